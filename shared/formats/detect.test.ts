import { describe, expect, it } from 'vitest';
import { detectFormat } from '#shared/formats/detect.ts';
import { statementText } from '#tests/fixtures/formats/client-bank.ts';
import { buyerXml, transferXml } from '#tests/fixtures/formats/universal-transfer.ts';
import { threadTime } from '#tests/support/thread-time.ts';

describe('what a file is', () => {
  it.each([
    ['text', statementText(), { format: 'client-bank', version: '1.03' }],
    ['text', `\uFEFF\r\n${statementText()}`, { format: 'client-bank', version: '1.03' }],
    ['text', '1CClientBankExchange', { format: 'client-bank', version: null }],
    ['text', 'Тема: 1CClientBankExchange', { format: 'text' }],
    ['xml', transferXml(), { format: 'universal-transfer', knd: '1115131', version: '5.03' }],
    ['xml', transferXml({ version: '5.01' }), { format: 'universal-transfer', knd: '1115131', version: '5.01' }],
    ['xml', buyerXml(), { format: 'universal-transfer', knd: '1115132', version: '5.03' }],
    ['xml', transferXml({ knd: '1115110' }), { format: 'fns-xml', knd: '1115110', version: '5.03' }],
    ['xml', "<Файл ВерсФорм='5.01'/>", { format: 'fns-xml', knd: null, version: '5.01' }],
    ['xml', `<!-- <Документ КНД="1115131"> --><Файл/>`, { format: 'fns-xml', knd: null, version: null }],
    ['xml', '<КоммерческаяИнформация/>', { format: 'xml', root: 'КоммерческаяИнформация' }],
    ['xml', '<', { format: 'xml', root: null }],
    ['empty', null, { format: 'empty' }],
    ['pdf', null, { format: 'attachment', kind: 'pdf' }],
    ['binary', null, { format: 'attachment', kind: 'binary' }],
  ] as const)('a %s (%#)', (kind, text, expected) => expect(detectFormat(kind, text)).toEqual(expected));

  it('looks at pathological text once', () => {
    const { milliseconds } = threadTime(() => {
      detectFormat('xml', '<!--'.repeat(1_000_000));
      detectFormat('xml', `<Файл ${'<Файл'.repeat(1_000_000)}`);
      detectFormat('text', ' '.repeat(10_000_000));
    });
    expect(milliseconds).toBeLessThan(2_000);
  });
});
