import { describe, expect, it } from 'vitest';
import { parseWorkingCalendar } from '#shared/formats/working-calendar/parse.ts';
import { entityBomb } from '#tests/fixtures/formats/universal-transfer.ts';

const file = (days: string, year = '2026'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<calendar year="${year}" lang="ru">\n<days>\n${days}\n</days>\n</calendar>`;

const problemsOf = (text: string, expectedYear?: number) =>
  parseWorkingCalendar(text, expectedYear).problems.map(({ code, line, params }) => [code, line, params]);

describe('a production calendar in XML', () => {
  it('gives the days that differ from the plain week, in order', () => {
    const text = file('<day d="05.11" t="1" f="05.09"/>\n<day d="04.30" t="2"/>\n<day d="12.28" t="3" h="1"/>');
    expect(parseWorkingCalendar(text, 2026)).toEqual({
      calendar: {
        year: 2026,
        days: [
          { date: '2026-04-30', kind: 'short' },
          { date: '2026-05-11', kind: 'holiday', movedFrom: '2026-05-09' },
          { date: '2026-12-28', kind: 'working' },
        ],
      },
      problems: [],
    });
  });

  it.each([
    [
      '31.02',
      file('<day d="01.01" t="1"/>\n<day d="02.31" t="1"/>'),
      [['CALENDAR_DATE_UNREADABLE', 5, { value: '02.31' }]],
    ],
    [
      '29.02 of a common year',
      file('<day d="02.29" t="1"/>', '2025'),
      [['CALENDAR_DATE_UNREADABLE', 4, { value: '02.29' }]],
    ],
    ['a day without a date', file('<day t="1"/>'), [['CALENDAR_DATE_UNREADABLE', 4, { value: '' }]]],
    ['day before month', file('<day d="31.12" t="1"/>'), [['CALENDAR_DATE_UNREADABLE', 4, { value: '31.12' }]]],
    ['an unknown kind', file('<day d="01.01" t="4"/>'), [['CALENDAR_KIND_UNKNOWN', 4, { value: '4' }]]],
    [
      'a transfer from nowhere',
      file('<day d="01.09" t="1" f="13.01"/>'),
      [['CALENDAR_MOVE_UNREADABLE', 4, { value: '13.01' }]],
    ],
    [
      'a date twice',
      file('<day d="01.01" t="1"/>\n<day d="01.01" t="2"/>'),
      [['CALENDAR_DATE_REPEATED', 5, { date: '2026-01-01' }]],
    ],
    ['no days', file(''), [['CALENDAR_EMPTY', 3, {}]]],
    [
      'a year in words',
      file('<day d="01.01" t="1"/>', 'нынешний'),
      [['CALENDAR_YEAR_UNREADABLE', 2, { year: 'нынешний' }]],
    ],
    ['the year 3609', file('<day d="01.01" t="1"/>', '3609'), [['CALENDAR_YEAR_UNREADABLE', 2, { year: '3609' }]]],
    ['another XML', '<Файл ВерсФорм="5.03"/>', [['NOT_A_CALENDAR', 1, { root: 'Файл' }]]],
    ['a calendar without its days', '<calendar year="2026"/>', [['NOT_A_CALENDAR', 1, { root: 'calendar' }]]],
    ['an entity bomb', entityBomb(), [['XML_DOCTYPE', 2, {}]]],
    ['no XML', 'Производственный календарь', [['XML_MALFORMED', 1, { column: 1 }]]],
    ['nothing', '', [['FILE_EMPTY', null, {}]]],
    ['a file cut off', file('<day d="01.01" t="1"/>').slice(0, -20), [['XML_TRUNCATED', 4, { root: 'calendar' }]]],
  ])('refuses %s whole and says where', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
    expect(parseWorkingCalendar(text).calendar).toBeNull();
  });

  it('refuses the calendar of another year than was asked for', () => {
    const expected = [['CALENDAR_YEAR_DIFFERS', 2, { year: 2026, expected: 2027 }]];
    expect(problemsOf(file('<day d="01.01" t="1"/>'), 2027)).toEqual(expected);
  });

  it('says of a file wrong in every line what is wrong, not a million times', () => {
    const problems = problemsOf(file('<day d="99.99" t="9"/>\n'.repeat(50_000)));
    expect(problems[0]).toEqual(['CALENDAR_TOO_MANY_DAYS', 3, { days: 50_000 }]);
    expect(problems).toHaveLength(50);
  });

  it('does not repeat a value of megabytes in its complaint', () => {
    const [problem] = parseWorkingCalendar(file(`<day d="${'9'.repeat(1_000_000)}" t="1"/>`)).problems;
    expect(String(problem?.params['value'])).toHaveLength(60);
  });
});
