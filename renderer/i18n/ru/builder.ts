/** The builder of services and what administrators of the portal keep. */
export const builder = {
  title: 'Услуги',
} as const;
