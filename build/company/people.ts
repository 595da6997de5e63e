import type { Role } from '#shared/domain/employee.ts';

/** A person of the demo company. `access`: 'all' papers, or those of the own branch. */
export interface PersonPlan {
  login: string;
  fullName: string;
  position: string;
  branch: string;
  roles: Role[];
  access: 'all' | 'own';
  /** Name of the computer the person works at. */
  device: string;
}

const person = (
  login: string,
  fullName: string,
  position: string,
  branch: string,
  roles: Role[],
  access: 'all' | 'own',
  device: string,
): PersonPlan => ({ login, fullName, position, branch, roles, access, device });

export const peoplePlans: readonly PersonPlan[] = [
  person('krylova', 'Анна Крылова', 'Начальник канцелярии', 'МСК', ['clerk'], 'all', 'MSK-KANC-01'),
  person('yartsev', 'Михаил Ярцев', 'Генеральный директор', 'МСК', ['manager'], 'all', 'MSK-DIR-01'),
  person('yudin', 'Павел Юдин', 'Главный бухгалтер', 'МСК', ['accountant'], 'all', 'MSK-BUH-01'),
  person('basov', 'Олег Басов', 'Ведущий юрист', 'МСК', ['lawyer'], 'all', 'MSK-JUR-01'),
  person('ten', 'Марина Тен', 'Начальник отдела кадров', 'МСК', ['hr'], 'all', 'MSK-KADR-01'),
  person('lapin', 'Игорь Лапин', 'Администратор системы', 'МСК', ['administrator', 'it'], 'all', 'MSK-IT-01'),
  person('erdman', 'Фаина Эрдман', 'Инженер отдела ИТ', 'МСК', ['it'], 'own', 'MSK-IT-04'),
  person('schukina', 'Жанна Щукина', 'Бухгалтер', 'МСК', ['accountant'], 'own', 'MSK-BUH-03'),
  person('golubeva', 'Вера Голубева', 'Делопроизводитель', 'МСК', ['clerk'], 'own', 'MSK-KANC-02'),
  person('valeev', 'Ильдар Валеев', 'Директор филиала', 'КЗН', ['manager'], 'own', 'KZN-DIR-01'),
  person('gizatullina', 'Алия Гизатуллина', 'Делопроизводитель', 'КЗН', ['clerk'], 'own', 'KZN-KANC-01'),
  person('sharipov', 'Рустам Шарипов', 'Бухгалтер', 'КЗН', ['accountant'], 'own', 'KZN-BUH-01'),
  person('voronov', 'Денис Воронов', 'Директор филиала', 'САМ', ['manager'], 'own', 'SAM-DIR-01'),
  person('kuzmina', 'Светлана Кузьмина', 'Делопроизводитель', 'САМ', ['clerk'], 'own', 'SAM-KANC-01'),
  person('isaeva', 'Ольга Исаева', 'Бухгалтер', 'САМ', ['accountant'], 'own', 'SAM-BUH-01'),
  person('belov', 'Артём Белов', 'Директор филиала', 'НСК', ['manager'], 'own', 'NSK-DIR-01'),
  person('zaitseva', 'Наталья Зайцева', 'Делопроизводитель', 'НСК', ['clerk'], 'own', 'NSK-KANC-01'),
  person('panov', 'Сергей Панов', 'Бухгалтер', 'НСК', ['accountant'], 'own', 'NSK-BUH-01'),
  person('mironova', 'Дарья Миронова', 'Юрист', 'НСК', ['lawyer'], 'own', 'NSK-JUR-01'),
  person('orlov', 'Виктор Орлов', 'Директор филиала', 'ВЛД', ['manager'], 'own', 'VVO-DIR-01'),
  person('kim', 'Елена Ким', 'Делопроизводитель', 'ВЛД', ['clerk'], 'own', 'VVO-KANC-01'),
  person('tarasov', 'Глеб Тарасов', 'Бухгалтер', 'ВЛД', ['accountant'], 'own', 'VVO-BUH-01'),
];
