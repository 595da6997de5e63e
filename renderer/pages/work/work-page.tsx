import { Sheet } from '#renderer/components/sheet.tsx';

export function WorkPage() {
  return <Sheet>{null}</Sheet>;
}
