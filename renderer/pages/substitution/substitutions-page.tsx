import { Sheet } from '#renderer/components/sheet.tsx';

export function SubstitutionsPage() {
  return <Sheet>{null}</Sheet>;
}
