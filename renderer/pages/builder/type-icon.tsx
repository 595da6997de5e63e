import {
  IconAbc,
  IconAlignLeft,
  IconBuildingStore,
  IconCalendar,
  IconCalendarWeek,
  IconCheckbox,
  IconCircleDot,
  IconCurrencyRubel,
  IconListCheck,
  IconMathFunction,
  IconNumbers,
  IconPaperclip,
  IconSelect,
  IconTable,
  IconUser,
} from '@tabler/icons-react';
import type { FieldType } from '#shared/domain/form/form.ts';

const icons = {
  text: IconAbc,
  long_text: IconAlignLeft,
  number: IconNumbers,
  money: IconCurrencyRubel,
  date: IconCalendar,
  date_range: IconCalendarWeek,
  employee: IconUser,
  counterparty: IconBuildingStore,
  choice: IconCircleDot,
  choices: IconSelect,
  flag: IconCheckbox,
  file: IconPaperclip,
  table: IconTable,
  checklist: IconListCheck,
  calculated: IconMathFunction,
} as const satisfies Record<FieldType, typeof IconAbc>;

/** The picture of a type of fields; its name stands beside it. */
export function TypeIcon({ type }: { type: FieldType }) {
  const Icon = icons[type];
  return <Icon size={16} stroke={1.6} aria-hidden="true" />;
}
