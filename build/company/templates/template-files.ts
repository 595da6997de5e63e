import type { Paragraph, Table } from 'docx';
import { amendment } from '#build/company/templates/amendment.ts';
import type { ContractPlan } from '#build/company/templates/contract-plan.ts';
import { lease } from '#build/company/templates/lease.ts';
import { services } from '#build/company/templates/services.ts';
import { supply } from '#build/company/templates/supply.ts';
import { numbered, packPaper, paragraph, sideBySide, table } from '#electron/core/jobs/drafting/paper.ts';
import type { contractTypes } from '#shared/domain/document.ts';

export interface TemplateFile {
  name: string;
  title: string;
  contractType: (typeof contractTypes)[number];
  bytes: Uint8Array;
}

const plans: readonly (readonly [ContractPlan, TemplateFile['contractType']])[] = [
  [supply, 'supply'],
  [services, 'services'],
  [lease, 'lease'],
  [amendment, 'other'],
];

/** The company's templates as DOCX files with tags; the same bytes at every run. */
export function templateFiles(): Promise<TemplateFile[]> {
  return Promise.all(
    plans.map(async ([plan, contractType]) => ({
      name: plan.name,
      title: plan.title,
      contractType,
      bytes: await packPaper({
        title: plan.title,
        header: `${plan.title} № {Номер} от {Дата}`,
        footer: 'Страница',
        children: contents(plan),
      }),
    })),
  );
}

function contents(plan: ContractPlan): (Paragraph | Table)[] {
  const [ours, theirs] = plan.roles;
  return [
    paragraph(`${plan.heading} № {Номер}`, { bold: true, align: 'center', size: 26 }),
    sideBySide('г. {Город}', '{Дата словами}'),
    paragraph(
      `{Организация.Полное название}, {Организация.Именуемое} в дальнейшем «${ours.name}», {Организация.В лице}, с одной стороны, и {Контрагент.Полное название}, {Контрагент.Именуемое} в дальнейшем «${theirs.name}», {Контрагент.В лице}, с другой стороны, вместе именуемые «Стороны», заключили настоящий документ о нижеследующем.`,
      { align: 'both', before: 160 },
    ),
    ...plan.sections.flatMap((section) => [numbered(section.title, 0), ...section.clauses.map(clauseParagraph)]),
    numbered('Адреса, реквизиты и подписи сторон', 0),
    sideBySide(party(ours.name, 'Организация'), party(theirs.name, 'Контрагент')),
    ...annexOf(plan),
  ];
}

/** A deeper clause keeps its mark behind the opening tag of a loop. */
function clauseParagraph(text: string): Paragraph {
  const deep = /^(\{#[^}]*\})?> /.exec(text);
  return deep ? numbered((deep[1] ?? '') + text.slice(deep[0].length), 2) : numbered(text, 1);
}

const party = (role: string, group: string): string =>
  [
    `${role}:\n{${group}.Название}`,
    `Адрес: {${group}.Адрес}`,
    `ИНН {${group}.ИНН}\nКПП {${group}.КПП}\nОГРН {${group}.ОГРН}`,
    `Р/с {${group}.Расчётный счёт}\n{${group}.Банк}\nБИК {${group}.БИК}\nК/с {${group}.Корсчёт}`,
    `{${group}.Должность}`,
    `______________ / {${group}.Директор с инициалами} /`,
    'М. П.',
  ].join('\n\n');

function annexOf({ annex, title, roles }: ContractPlan): (Paragraph | Table)[] {
  if (!annex) return [];
  return [
    paragraph(`Приложение № 1\nк документу «${title}» № {Номер} от {Дата словами}`, { align: 'right', newPage: true }),
    paragraph(annex.title, { bold: true, align: 'center' }),
    table(annex.widths, annex.rows),
    ...annex.after.map((line) => paragraph(line, { before: 80 })),
    sideBySide(`${roles[0].name} ______________`, `${roles[1].name} ______________`),
  ];
}
