import { Sheet } from '#renderer/components/sheet.tsx';

export function ComparePage() {
  return <Sheet>{null}</Sheet>;
}
