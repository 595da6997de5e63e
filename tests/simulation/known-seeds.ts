/** Seeds whose histories once ended badly, each with what was wrong then. They are run again with every change. */
export const knownSeeds: readonly (readonly [seed: number, wrong: string])[] = [
  [15, 'a full disk ended whoever received a message'],
  [21, 'a wake was lost when another process had committed meanwhile'],
  [26, 'a restored centre was not offered what it had confirmed under a name without a lease'],
  [73, 'a database that held fields unknown to it could not be brought up to date'],
  [89, 'a scope lost and regained between two pages missed what had happened in it'],
  [123, 'a clock set back by years stopped the pulls'],
  [126, 'rows went with a lost scope because their owners came a page later'],
  [161, 'a restored centre was not offered what it had confirmed before any page of it'],
  [568, 'a refused command ran again after the rows had been fetched anew'],
  [4939, 'a scope was lost between two pages, and what stood under a paper of it was not sent again'],
  [6126, 'the leaves of a scope were forgotten while another one was being filled, and half of it was not sent'],
  [10868, 'the same commands in the same order after a restoring had the same hash, and other stamps'],
  [11759, 'a part of a page of a history that was lost stayed'],
];
