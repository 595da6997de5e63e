import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { hasFew, marksUpTo, outliersOf, rankedStages } from '#renderer/pages/reports/chart-scale.ts';
import { decimalText, hoursText } from '#renderer/pages/reports/hours.ts';
import type { Subject } from '#renderer/pages/reports/report-place.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { StageSpread } from '#shared/queries/analytics.ts';

/** More stages than these are shown at a press. */
const SHOWN = 8;
/** From this share of its time on, waiting for somebody to begin is worth telling. */
const WAITS = 0.1;

/** Where it stops: half and nine of ten at every stage, only the outliers amber, and the finding in words. */
export function StageCard(props: {
  subject: Subject;
  stages: readonly StageSpread[];
  slowest: { key: string; people: number } | null;
  /** The same report for the whole year; null when it is that already. */
  yearPlace: string | null;
  /** How many cases the report has seen. */
  count: number;
  placeOf: (show: string) => string;
}) {
  const { subject, slowest, placeOf } = props;
  const stages = rankedStages(props.stages);
  const words = useReportWords(subject);
  const { t } = words;
  const out = outliersOf(stages, slowest?.key ?? null);
  const marks = marksUpTo(Math.max(0, ...stages.map((one) => one.spread.p90 ?? 0)) / 60);
  const end = (marks.at(-1) ?? 1) * 60;
  const at = (minutes: number | null) => `${Math.min(100, ((minutes ?? 0) / end) * 100)}%`;
  const [whole, setWhole] = useState(false);
  const shown = whole ? stages : stages.slice(0, SHOWN);
  const hidden = stages.length - shown.length;
  const worst = stages.find((one) => one.key === slowest?.key);
  return (
    <ChartCard
      title={t(`stages_${subject}`)}
      note={t('stagesNote', { cases: words.cases(props.count) })}
      legend={[
        { label: t('halfFaster'), tone: 'ink' },
        { label: t('nineOfTen'), tone: 'light' },
      ]}
      table={words.stages(stages)}
      placeOf={placeOf}
    >
      {stages.length === 0 ? (
        <EmptyFilter title={t('emptyTitle')}>
          {t('emptyText')} {props.yearPlace && <Link to={props.yearPlace}>{t('takeYear')}</Link>}
        </EmptyFilter>
      ) : (
        <>
          <ul className={css['stages']}>
            {shown.map((stage) => (
              <li key={stage.key}>
                <Link
                  className={css['stage']}
                  data-out={out.has(stage.key) || undefined}
                  to={placeOf(`stage/${stage.key}`)}
                  title={t('stageLabel', {
                    name: words.stageName(stage),
                    p50: hoursText(stage.spread.median),
                    p90: hoursText(stage.spread.p90),
                    count: stage.spread.count,
                  })}
                >
                  <span className={css['stageName']}>
                    {words.stageName(stage)} <span className={css['stageCount']}>{stage.spread.count}</span>
                  </span>
                  <span className={css['track']}>
                    {marks.slice(1).map((mark) => (
                      <span key={mark} className={css['mark']} style={{ left: at(mark * 60) }} />
                    ))}
                    <span className={css['bar']} data-tone="light" style={{ width: at(stage.spread.p90) }} />
                    <span className={css['bar']} data-tone="ink" style={{ width: at(stage.spread.median) }} />
                  </span>
                  <span className={css['p50']}>
                    <span className="op-hidden">{t('halfFaster')} </span>
                    {hoursText(stage.spread.median)}
                  </span>
                  <span className={css['p90']}>
                    <span className="op-hidden">{t('nineOfTen')} </span>
                    {hoursText(stage.spread.p90)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <div className={css['axis']} aria-hidden="true">
            <span />
            <span className={css['axisMarks']}>
              {marks.map((mark, place) => (
                <span key={mark} style={{ left: at(mark * 60) }}>
                  {place === marks.length - 1 ? t('hoursShort', { hours: markText(mark) }) : markText(mark)}
                </span>
              ))}
            </span>
            <span>{t('p50')}</span>
            <span>{t('p90')}</span>
          </div>
          {(hidden > 0 || whole) && stages.length > SHOWN && (
            <p className={css['moreStages']}>
              <LinkButton onClick={() => setWhole(!whole)}>
                {whole ? t('slowStages') : t('allStages', { count: hidden })}
              </LinkButton>
            </p>
          )}
          {hasFew(stages) && <p className={css['quiet']}>{t('fewCases')}</p>}
          {worst && slowest && (
            <div className={css['finding']}>
              <IconBulb size={18} stroke={1.6} aria-hidden="true" />
              <p>
                <b>{words.stageName(worst)}</b>{' '}
                {t(
                  worst.split.queue >= WAITS * (worst.spread.mean ?? 0)
                    ? `finding_${subject}`
                    : `findingPlain_${subject}`,
                  {
                    p90: hoursText(worst.spread.p90),
                    queue: hoursText(worst.split.queue),
                    mean: hoursText(worst.spread.mean),
                    people: slowest.people > 0 ? t('findingPeople', { count: slowest.people }) : t('findingNobody'),
                  },
                )}{' '}
                <Link to={placeOf(`stage/${worst.key}`)}>{t('findingCases', { count: worst.slowest.length })}</Link>
              </p>
            </div>
          )}
        </>
      )}
    </ChartCard>
  );
}

const markText = (mark: number): string => (Number.isInteger(mark) ? String(mark) : decimalText(mark));
