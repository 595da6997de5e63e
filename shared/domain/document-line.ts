import { entity } from '#shared/domain/entity.ts';
import { id, integer, optionalMoney, optionalText, text } from '#shared/domain/field.ts';

/** A line of an invoice, act or УПД. Quantities and prices are decimal texts as in the file, sums are kopecks. */
export const documentLine = entity({
  name: 'document_line',
  fields: {
    documentId: id(),
    position: integer(),
    name: text(2_000),
    unit: optionalText(60),
    quantity: optionalText(40),
    price: optionalText(40),
    vatRate: optionalText(20),
    sumWithoutVat: optionalMoney(),
    vatSum: optionalMoney(),
    sum: optionalMoney(),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId', 'position']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
