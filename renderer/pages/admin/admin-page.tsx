import { Sheet } from '#renderer/components/sheet.tsx';

export function AdminPage() {
  return <Sheet>{null}</Sheet>;
}
