import { useNavigate } from 'react-router';
import { RecoveryKeyPage } from '#renderer/pages/recovery/key-page.tsx';

/** The recovery key as it is opened from the settings, demo profiles included. */
export function OwnKeyPage() {
  const navigate = useNavigate();
  return <RecoveryKeyPage onClose={() => void navigate('/settings')} />;
}
