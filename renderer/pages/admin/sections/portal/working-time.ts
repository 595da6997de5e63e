/** Minutes of a working day, as terms are typed and told. */
export const WORKING_DAY = 480;
/** The longest term of a policy, in minutes. */
const MOST = 1_000_000;

const units: { words: RegExp; of: (day: number) => number }[] = [
  { words: /^(м|мин|минут|минута|минуты|m|min|minute|minutes)$/, of: () => 1 },
  { words: /^(ч|час|часа|часов|h|hour|hours)$/, of: () => 60 },
  {
    words:
      /^(д|дн|день|дня|дней|рд|рабдень|рабдня|рабдней|рабочийдень|рабочихдня|рабочихдней|d|wd|day|days|workingday|workingdays|bd)$/,
    of: (day) => day,
  },
];

/** A term as people type it → minutes: `4 ч`, `2 раб. дня`, `1 д 2 ч`, `30 мин`, `1,5 ч`; a bare figure is hours. null when it is none. */
export function parseWorkingTime(typed: string, day = WORKING_DAY): number | null {
  if (/\d[\s\u00a0]+\d/.test(typed)) return null;
  const text = typed
    .toLowerCase()
    .replace(/\s|\u00a0/g, '')
    .replace(/\.(?!\d)/g, '');
  if (/^\d+([.,]\d+)?$/.test(text)) return whole(Number(text.replace(',', '.')) * 60);
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)([a-zа-яё]+)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return null;
  let minutes = 0;
  for (const [, figure = '', word = ''] of parts) {
    const unit = units.find((one) => one.words.test(word));
    if (!unit) return null;
    minutes += Number(figure.replace(',', '.')) * unit.of(day);
  }
  return whole(minutes);
}

const whole = (minutes: number): number | null => {
  const rounded = Math.round(minutes);
  return rounded >= 1 && rounded <= MOST ? rounded : null;
};

/** Days, hours and minutes of a term; days of `day` minutes, and only where they come out even. */
export function workingTimeParts(minutes: number, day = WORKING_DAY): { days: number; hours: number; minutes: number } {
  const days = minutes % day === 0 ? minutes / day : 0;
  const rest = minutes - days * day;
  return { days, hours: Math.floor(rest / 60), minutes: rest % 60 };
}
