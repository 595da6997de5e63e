import type { ArticlePlan } from '#build/company/portal/catalog/article-plan.ts';
import { moneyArticles } from '#build/company/portal/catalog/articles-money.ts';
import { officeArticles } from '#build/company/portal/catalog/articles-office.ts';
import { peopleArticles } from '#build/company/portal/catalog/articles-people.ts';

/** The knowledge base as a new company gets it. */
export const articlePlans: readonly ArticlePlan[] = [...peopleArticles, ...moneyArticles, ...officeArticles];
