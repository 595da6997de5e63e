import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import css from '#renderer/frame/key-map.module.css';
import { useWords } from '#renderer/i18n/words.ts';

const map = {
  everywhere: [
    ['palette', [['Ctrl', 'K']]],
    ['search', [['Ctrl', 'Shift', 'F']]],
    ['actions', [['Tab']]],
    ['findInList', [['/']]],
    ['section', [['Alt', '1…9']]],
    ['goDocuments', [['G', 'D']]],
    ['goWork', [['G', 'I']]],
    ['goContracts', [['G', 'C']]],
    ['goCounterparties', [['G', 'P']]],
    ['goExchange', [['G', 'O']]],
    ['create', [['Ctrl', 'N']]],
    ['createKind', [['C', '1'], ['2'], ['3'], ['4']]],
    [
      'back',
      [
        ['Alt', '←'],
        ['Alt', '→'],
      ],
    ],
    ['fold', [['[']]],
    ['area', [['F6'], ['Shift', 'F6']]],
    ['undo', [['Z'], ['Ctrl', 'Z']]],
    ['close', [['Esc']]],
    ['lock', [['Ctrl', 'L']]],
    ['map', [['?']]],
  ],
  list: [
    ['next', [['J'], ['K'], ['↓'], ['↑']]],
    ['open', [['Enter']]],
    ['preview', [['Space']]],
    ['select', [['X'], ['Shift', 'X']]],
    ['selectAll', [['Ctrl', 'A']]],
    ['filterConditions', [['Shift', 'F']]],
    ['openGroup', [['→'], ['←']]],
  ],
  work: [
    ['approve', [['A']]],
    ['returnIt', [['R']]],
    ['postpone', [['S']]],
    ['handOver', [['D']]],
  ],
  card: [
    ['edit', [['E']]],
    ['register', [['N']]],
    ['neighbours', [['J'], ['K']]],
    ['link', [['L']]],
    ['save', [['Ctrl', 'S']]],
    ['send', [['Ctrl', 'Enter']]],
  ],
} as const;

/** Which keys do what; opened by `?`. */
export function KeyMap({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords('keys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('title')} width={760}>
      <p className={css['hint']}>{t('hint')}</p>
      <div className={css['columns']}>
        <Part part="everywhere" />
        <div>
          <Part part="list" />
          <Part part="work" />
          <Part part="card" />
        </div>
      </div>
    </Dialog>
  );
}

function Part({ part }: { part: keyof typeof map }) {
  const t = useWords('keys');
  return (
    <section>
      <h3 className={css['title']}>{t(part)}</h3>
      <dl className={css['list']}>
        {map[part].map(([name, presses]) => (
          <div key={name} className={css['row']}>
            <dt>{t(name)}</dt>
            <dd className={css['keys']}>
              {presses.map((caps) => (
                <span key={caps.join('+')}>
                  <KeyCaps keys={caps} />
                  <span className="op-hidden">{caps.join(' ')}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
