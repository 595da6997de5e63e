import { Sheet } from '#renderer/components/sheet.tsx';

export function AgendaPage() {
  return <Sheet>{null}</Sheet>;
}
