import { useState } from 'react';
import { DiagnosticsDialog } from '#renderer/pages/diagnostics/diagnostics-dialog.tsx';
import { AnewDone, MendedView } from '#renderer/pages/recovery/done-views.tsx';
import { KeyTrouble } from '#renderer/pages/recovery/key-trouble.tsx';
import { ReportView } from '#renderer/pages/recovery/report-view.tsx';
import { RunningView } from '#renderer/pages/recovery/running-view.tsx';
import { TroubleView } from '#renderer/pages/recovery/trouble-view.tsx';
import { useInspection } from '#renderer/pages/recovery/use-inspection.ts';
import { useRescue } from '#renderer/pages/recovery/use-rescue.ts';
import { useRecovery } from '#renderer/state/recovery.ts';
import { useSession } from '#renderer/state/session.ts';

/** The page that is always there: what keeps the data from being opened, what can be saved, and what came from where. */
export function RecoveryPage() {
  const { running, outcome, end } = useRecovery();
  const trouble = useSession((session) => session.state?.trouble) ?? null;
  const runs = running || trouble?.rescuing === true;
  const looked = useInspection(trouble && !runs && !outcome ? trouble : null);
  const [forIt, setForIt] = useState(false);
  // Held here: while it runs another view stands in the place of the one that began it, and its refusal must still be told.
  const act = useRescue();
  const [signsIn, setSignsIn] = useState(false);
  const goOn = () => end(null);
  if (runs) return <RunningView />;
  if (outcome?.kind === 'report') return <ReportView report={outcome.report} onClose={goOn} />;
  if (outcome?.kind === 'settings') return <MendedView done={outcome.done} onClose={goOn} />;
  if (outcome?.kind === 'anew') return <AnewDone folder={outcome.aside} onClose={goOn} />;
  if (!trouble) return null;
  const inspection = looked?.inspection ?? null;
  const parts = { trouble, inspection, act, onDiagnostics: () => setForIt(true) };
  return (
    <>
      {trouble.code === 'DATABASE_KEY' ? (
        <KeyTrouble {...parts} />
      ) : (
        <TroubleView {...parts} looks={looked === null} signsIn={signsIn} onSignsIn={setSignsIn} />
      )}
      <DiagnosticsDialog opened={forIt} onClose={() => setForIt(false)} />
    </>
  );
}
