import { Checkbox, Switch } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { Receipt, type ReceiptKey, receiptTones } from '#renderer/components/receipt.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { type StatusKey, statusTones } from '#renderer/components/status-glyph.tsx';
import { FixedField, TextField } from '#renderer/components/text-field.tsx';
import { ToastView } from '#renderer/components/toast-view.tsx';
import { Trail } from '#renderer/components/trail.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/gallery/gallery.module.css';

const nothing = () => undefined;

/** Every building block with sample data; only in development builds. */
export function GalleryPage() {
  return (
    <main className={css['page']}>
      <Column>
        <Type />
        <Colours />
        <People />
        <Path />
      </Column>
      <Column>
        <Buttons />
        <Fields />
        <Filters />
        <Part title="Загрузка дольше 300 мс">
          <SkeletonRows />
        </Part>
      </Column>
      <Column>
        <States />
        <Receipts />
        <Part title="Ничего не нашлось">
          <EmptyFilter title="По отбору ничего нет">
            В других филиалах есть 3 документа. <LinkButton onClick={nothing}>Снять «Филиал»</LinkButton> или{' '}
            <LinkButton onClick={nothing}>сбросить отбор</LinkButton>
          </EmptyFilter>
        </Part>
        <Part title="Ход работы">
          <ProgressLine
            title="Справочники получены, договоры загружаются"
            done={124}
            total={318}
            hint="Можно работать, не дожидаясь конца"
          />
        </Part>
      </Column>
      <Column>
        <Toasts />
        <Notes />
        <Part title="Ошибка раздела">
          <ErrorPanel
            title="Файл ещё не получен целиком"
            text="Пришло 3,1 из 4,0 МБ. Карточку можно править, файл догрузится при связи."
            code="Ф-104"
            onRetry={nothing}
          />
        </Part>
      </Column>
    </main>
  );
}

const Column = ({ children }: { children: React.ReactNode }) => <div className={css['column']}>{children}</div>;

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={css['part']}>
      <h2 className={css['heading']}>{title}</h2>
      {children}
    </section>
  );
}

function Type() {
  return (
    <Part title="Шрифт: Golos Text">
      <p className={css['figure']}>24 Показатель 1 234</p>
      <p className={css['card']}>20 Заголовок карточки</p>
      <p className={css['section']}>15 Заголовок раздела</p>
      <p>13 Основной текст и таблицы</p>
      <p className={css['caption']}>12 Подписи, даты, подсказки</p>
      <p className="op-figures">1 234 567,89 ₽</p>
      <p className="op-figures">−48 210,50 ₽</p>
      <p className={css['serif']}>Source Serif 4: текст договоров и писем</p>
      <p className={css['mono']}>7F3A 91C2 04BE</p>
    </Part>
  );
}

function Colours() {
  const names = [
    'ink-fill',
    'green',
    'amber',
    'red-fill',
    'plum',
    'teal',
    'text',
    'text2',
    'text3',
    'line-strong',
    'canvas',
    'surface',
  ];
  return (
    <Part title="Цвета">
      <div className={css['swatches']}>
        {names.map((name) => (
          <span key={name} className={css['swatch']}>
            <i style={{ background: `var(--op-${name})` }} /> {name}
          </span>
        ))}
      </div>
    </Part>
  );
}

function People() {
  return (
    <Part title="Люди">
      <div className={css['row']}>
        {['Анна Крылова', 'Павел Юдин', 'Жанна Щукина', 'Марина Тен'].map((name, index) => (
          <PersonAvatar key={name} id={`id-${index}`} name={name} size={28} />
        ))}
        <PersonAvatar id="away" name="Олег Басов" size={28} away />
        <span className={css['caption']}>контур: в отпуске</span>
      </div>
    </Part>
  );
}

function Path() {
  return (
    <Part title="Путь записи">
      <Trail
        steps={[
          { title: 'Сохранено на этом компьютере', text: '13.05.2026, 14:01 · Анна Крылова', state: 'done' },
          { title: 'Ждёт связи, первое в очереди', text: 'в исходящих 3 изменения, 186 КБ', state: 'now' },
          { title: 'Принято центром', state: 'ahead' },
          { title: 'Файлы сверены', state: 'ahead' },
        ]}
      />
    </Part>
  );
}

function Buttons() {
  return (
    <Part title="Кнопки">
      <div className={css['row']}>
        <ActionButton variant="filled" keys={['A']}>
          Согласовать
        </ActionButton>
        <ActionButton keys={['R']}>Вернуть</ActionButton>
      </div>
      <div className={css['row']}>
        <ActionButton variant="light">Своя редакция</ActionButton>
        <ActionButton variant="subtle">Отмена</ActionButton>
        <ActionButton size="xs">Взять</ActionButton>
      </div>
      <div className={css['row']}>
        <ActionButton variant="danger">Аннулировать номер</ActionButton>
        <ActionButton variant="filled" busy>
          Сохранить
        </ActionButton>
      </div>
      <ActionButton variant="filled" reason="Ждём визу: Анна Крылова">
        Подписать
      </ActionButton>
    </Part>
  );
}

function Fields() {
  const [inn, setInn] = useState('5406123456');
  const [date, setDate] = useState<string | null>('2026-05-22');
  const [amount, setAmount] = useState<number | null>(123_456_789);
  return (
    <Part title="Поля">
      <TextField
        label="ИНН контрагента"
        value={inn}
        onChange={setInn}
        error="Последняя цифра не сходится. Проверьте номер: возможно, 5406123450"
      />
      <DateField label="Срок оплаты" value={date} onChange={setDate} today="2026-05-13" />
      <MoneyField label="Сумма" value={amount} onChange={setAmount} />
      <FixedField label="Номер">присвоится при регистрации</FixedField>
      <div className={css['row']}>
        <Checkbox label="НДС в сумме" defaultChecked />
        <Switch label="Напомнить за 7 дней" defaultChecked />
      </div>
    </Part>
  );
}

function Filters() {
  const [view, setView] = useState<'side' | 'text'>('side');
  return (
    <Part title="Отборы и переключатели">
      <div className={css['row']}>
        <FilterChip label="Филиал" value="Новосибирск" onRemove={nothing} removeLabel="Убрать" />
        <OfferChip label="Условие" />
      </div>
      <Segmented
        label="Вид"
        value={view}
        onChange={setView}
        choices={[
          { value: 'side', label: 'Рядом' },
          { value: 'text', label: 'Одним текстом' },
        ]}
      />
      <KeyCaps keys={['Ctrl K', 'J', 'K', 'X', 'A', 'R', '?']} />
    </Part>
  );
}

function States() {
  return (
    <Part title="Состояния: форма и слово, потом цвет">
      <div className={css['row']}>
        {(Object.keys(statusTones) as StatusKey[]).map((status) => (
          <StatusPill key={status} status={status} />
        ))}
      </div>
    </Part>
  );
}

function Receipts() {
  const t = useWords('status');
  return (
    <Part title="Квитанция записи">
      {(Object.keys(receiptTones) as ReceiptKey[]).map((receipt) => (
        <div key={receipt} className={css['receipt']}>
          <Receipt receipt={receipt} /> {t(`receipt_${receipt}`)}
        </div>
      ))}
    </Part>
  );
}

function Toasts() {
  return (
    <Part title="Итог действия, отмена 10 секунд">
      <ToastView
        toast={{ id: '1', tone: 'done', title: 'Согласовано 4', object: '4 219 884,06 ₽', undo: async () => {} }}
        onClose={nothing}
      />
      <ToastView
        toast={{
          id: '2',
          tone: 'offline',
          title: 'Сохранено без связи',
          object: 'ИСХ-НСК/2026-00153',
          link: { label: 'Исходящие', onClick: nothing },
        }}
        onClose={nothing}
      />
    </Part>
  );
}

function Notes() {
  return (
    <Part title="Сообщения на месте">
      <Note tone="ink" title="Новая версия справочника БИК">
        Применится после перезапуска.
      </Note>
      <Note
        tone="amber"
        title="Решение на прошлую версию"
        actions={<LinkButton onClick={nothing}>Показать разницу</LinkButton>}
      >
        После вашей визы изменены пп. 4.2 и 6.3.
      </Note>
      <Note tone="red" title="Выписка не загружена">
        Строка 214: нет номера счёта. Остальные 213 строк не тронуты.{' '}
        <LinkButton onClick={nothing}>Открыть строку</LinkButton>
      </Note>
      <Note tone="plum" title="Срок: у вас 12.05, в центре 15.05">
        Обе версии сохранены. <LinkButton onClick={nothing}>Выбрать</LinkButton>
      </Note>
      <Note tone="green" title="Восстановление проверено">
        Копия от 13.05 открыта и сверена, 48 212 записей.
      </Note>
    </Part>
  );
}
