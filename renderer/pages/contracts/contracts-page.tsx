import { Sheet } from '#renderer/components/sheet.tsx';

export function ContractsPage() {
  return <Sheet>{null}</Sheet>;
}
