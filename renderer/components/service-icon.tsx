import {
  IconBeach,
  IconBuilding,
  IconCertificate,
  IconCopy,
  IconCreditCard,
  IconDeviceLaptop,
  IconHelpCircle,
  IconKey,
  IconPlane,
  IconShieldCheck,
  IconShoppingCart,
  IconStethoscope,
  IconUserMinus,
  IconUserPlus,
  IconUsers,
  IconWritingSign,
} from '@tabler/icons-react';
import type { serviceIcons } from '#shared/domain/service/service.ts';

const icons = {
  vacation: IconBeach,
  certificate: IconCertificate,
  sick: IconStethoscope,
  purchase: IconShoppingCart,
  payment: IconCreditCard,
  access: IconKey,
  equipment: IconDeviceLaptop,
  check: IconShieldCheck,
  contract: IconWritingSign,
  onboarding: IconUserPlus,
  offboarding: IconUserMinus,
  copy: IconCopy,
  recruiting: IconUsers,
  question: IconHelpCircle,
  office: IconBuilding,
  travel: IconPlane,
} as const satisfies Record<(typeof serviceIcons)[number], typeof IconBeach>;

/** The picture of a service; its name stands beside it. */
export function ServiceIcon({ icon, size = 16 }: { icon: keyof typeof icons; size?: number }) {
  const Icon = icons[icon];
  return <Icon size={size} stroke={1.6} aria-hidden="true" style={{ flex: 'none', color: 'var(--op-text2)' }} />;
}
