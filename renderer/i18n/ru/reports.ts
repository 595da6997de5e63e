/** Reports: analytics of requests and approvals. */
export const reports = {
  title: 'Отчёты',
} as const;
