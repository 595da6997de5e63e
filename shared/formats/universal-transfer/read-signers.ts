import { readFullName } from '#shared/formats/universal-transfer/read-party.ts';
import type { TransferSigner } from '#shared/formats/universal-transfer/records.ts';
import { attribute, child, childrenOf, type XmlElement } from '#shared/formats/xml/tree.ts';

/** Подписант: 5.01 wraps the person into ФЛ, ИП or ЮЛ, later versions name him directly. */
export const readSigners = (document: XmlElement): TransferSigner[] =>
  childrenOf(document, 'Подписант').flatMap((element) => {
    const wrapped = child(element, 'ЮЛ') ?? child(element, 'ИП') ?? child(element, 'ФЛ');
    const person = wrapped ?? element;
    const name = readFullName(person);
    if (name === null) return [];
    return [
      {
        name,
        position: attribute(person, 'Должн'),
        inn: attribute(person, 'ИННЮЛ', 'ИННФЛ'),
        organization: attribute(person, 'НаимОрг'),
        powerOfAttorney: attribute(child(element, 'СвДоверЭл'), 'НомДовер'),
      },
    ];
  });
