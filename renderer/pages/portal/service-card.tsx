import { IconClock, IconStar, IconStarFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { toneOf } from '#renderer/components/person-avatar.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/portal.module.css';
import { useTimes } from '#renderer/pages/portal/use-times.ts';
import type { CatalogService } from '#shared/queries/service.ts';

/** A service: the whole card begins a request; the star keeps it at hand. */
export function ServiceCard({ service }: { service: CatalogService }) {
  const t = useWords('portal');
  const times = useTimes();
  const mark = useCommand('favourite.mark');
  const { id, favourite } = service;
  return (
    <li className={css['card']}>
      <span className={css['cardIcon']} data-tone={toneOf(service.icon)}>
        <ServiceIcon icon={service.icon} size={20} />
      </span>
      <div className={css['cardWords']}>
        <Link to={`/tickets/new/${id}`} className={css['cardName']}>
          {service.name}
        </Link>
        <p className={css['cardText']}>{service.description}</p>
        {service.usualMinutes !== null && (
          <p className={css['usual']}>
            <IconClock size={14} stroke={1.6} aria-hidden="true" />
            {times.usual(service.usualMinutes)}
          </p>
        )}
        {service.daysAvailable !== null && (
          <p className={css['days']} data-none={service.daysAvailable <= 0 || undefined}>
            {t('daysAvailable', { count: Math.max(0, service.daysAvailable) })}
          </p>
        )}
      </div>
      <span className={css['starPlace']} data-on={favourite || undefined}>
        <IconButton
          label={t(favourite ? 'unmark' : 'mark', { name: service.name })}
          active={favourite}
          onClick={() => void mark.run({ serviceId: id, marked: !favourite })}
        >
          {favourite ? <IconStarFilled size={16} /> : <IconStar size={16} stroke={1.6} />}
        </IconButton>
      </span>
    </li>
  );
}
