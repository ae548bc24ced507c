// What each column of a person's rows is called in the disclosure. A column that is not named here does not compile; one that is not
// shown says why.
import type { CodeList } from '#shared/model/code-lists.ts';
import { BASIS_WORDS, HOLD_WORDS } from '#shared/model/retention.ts';
import type { AllAbout } from './disclosure.queries.ts';

export type Shown =
  | { readonly kind: 'fact' | 'name' | 'words' | 'date' | 'yes' | 'supporter'; readonly label: string }
  | { readonly kind: 'code' | 'codes'; readonly label: string; readonly list: CodeList; readonly isOfOthers?: true }
  | { readonly kind: 'fixed'; readonly label: string; readonly words: Readonly<Record<string, string>> }
  | { readonly kind: 'hidden'; readonly why: string };

/** Plain facts of the register about the person. */
const fact = (label: string): Shown => ({ kind: 'fact', label });
/** A short text that names somebody else: blackened as a whole. */
const name = (label: string): Shown => ({ kind: 'name', label });
/** Free text: blackened sentence by sentence. */
const words = (label: string): Shown => ({ kind: 'words', label });
const date = (label: string): Shown => ({ kind: 'date', label });
const yes = (label: string): Shown => ({ kind: 'yes', label });
const supporter = (label: string): Shown => ({ kind: 'supporter', label });
const code = (label: string, list: CodeList): Shown => ({ kind: 'code', label, list });
/** A code that says who somebody else is, or what somebody else did. */
const other = (label: string, list: CodeList): Shown => ({ kind: 'code', label, list, isOfOthers: true });
const codes = (label: string, list: CodeList): Shown => ({ kind: 'codes', label, list });
const fixed = (label: string, of: Readonly<Record<string, string>>): Shown => ({ kind: 'fixed', label, words: of });
const hidden = (why: string): Shown => ({ kind: 'hidden', why });

const ID = hidden('an id says nothing to a reader');
const MADE = hidden('when a row was written stands in the trail');
const DERIVED = hidden('made from the other columns');
const ORDER = hidden('the order of the entries says it');
const IN_HEADING = hidden('stands in the heading of the entry');

type ColumnsOf<Table extends keyof AllAbout> = { readonly [Column in keyof AllAbout[Table][number]]-?: Shown };

export const PERSON_COLUMNS: ColumnsOf<'people'> = {
  id: ID,
  registerNumber: fact('台帳番号'),
  name: fact('氏名'),
  kana: fact('フリガナ'),
  sex: code('性別', 'sex'),
  birthOn: date('生年月日'),
  district: code('地域', 'district'),
  neighbourhood: fact('町会'),
  postalCode: fact('郵便番号'),
  address: fact('住所'),
  building: fact('建物'),
  wing: fact('棟'),
  room: fact('室'),
  hasAutoLock: yes('オートロック'),
  accessNote: words('入り方'),
  phone: fact('電話'),
  mobile: fact('携帯電話'),
  household: code('世帯', 'household'),
  careLevel: code('要介護度', 'careLevel'),
  dementiaLevel: code('認知症の自立度', 'dementiaLevel'),
  dailyLivingLevel: code('障害の自立度', 'dailyLivingLevel'),
  handbookPhysical: code('身体障害者手帳', 'handbookPhysical'),
  handbookIntellectual: code('療育手帳', 'handbookIntellectual'),
  handbookMental: code('精神障害者保健福祉手帳', 'handbookMental'),
  eligibility: code('対象の事由', 'eligibility'),
  residence: code('在籍', 'residence'),
  watchType: code('見守りの種類', 'watchType'),
  frequency: code('頻度', 'frequency'),
  volunteerId: supporter('担当の見守り員'),
  commissionerId: supporter('民生委員'),
  watchStartedOn: date('見守りの開始'),
  watchEndedOn: date('見守りの終了'),
  endReason: code('終了の理由', 'endReason'),
  endNote: words('終了の覚え書き'),
  lastSeenBeforeOn: date('台帳より前に会えた日'),
  note: words('備考'),
  searchText: DERIVED,
  kanaKey: DERIVED,
  roundKey: DERIVED,
  createdAt: MADE,
  updatedAt: MADE,
};

export const CONSENT_COLUMNS: ColumnsOf<'consents'> = {
  id: ID,
  personId: ID,
  status: code('状態', 'consentStatus'),
  decidedOn: date('同意などの日'),
  method: code('方法', 'consentMethod'),
  scope: codes('範囲', 'consentScope'),
  documentNumber: fact('書類'),
  recordedOn: date('記録した日'),
  position: ORDER,
};

export const CONTACT_COLUMNS: ColumnsOf<'emergencyContacts'> = {
  id: ID,
  personId: ID,
  position: ORDER,
  name: name('お名前'),
  relation: name('間柄'),
  phone: name('電話'),
  note: words('覚え書き'),
};

export const VISIT_COLUMNS: ColumnsOf<'visits'> = {
  id: ID,
  personId: ID,
  visitedOn: IN_HEADING,
  visitedAtTime: IN_HEADING,
  method: code('方法', 'visitMethod'),
  result: code('結果', 'visitResult'),
  visitorId: supporter('うかがった人'),
  note: words('記録'),
  createdAt: MADE,
  updatedAt: MADE,
};

export const SIGN_COLUMNS: ColumnsOf<'visitSigns'> = { visitId: ID, sign: code('異変サイン', 'sign') };

export const CONSULTATION_COLUMNS: ColumnsOf<'consultations'> = {
  id: ID,
  personId: ID,
  district: code('地域', 'district'),
  consultedOn: IN_HEADING,
  askedBy: other('相談した人', 'askedBy'),
  method: code('方法', 'consultationMethod'),
  content: code('内容', 'consultationContent'),
  field: code('分野', 'consultationField'),
  question: words('相談の内容'),
  answer: words('答えたこと'),
  referredTo: other('つなぎ先', 'referral'),
  referredOn: date('つないだ日'),
  acknowledgedOn: date('先方が受け取った日'),
  state: code('状況', 'consultationState'),
  nextStep: words('次にすること'),
  nextStepOn: date('次にする日'),
  nextStepDoneOn: date('次のことをした日'),
  createdAt: MADE,
  updatedAt: MADE,
};

export const HOLD_COLUMNS: ColumnsOf<'retentionHolds'> = {
  personId: ID,
  reason: fixed('わけ', HOLD_WORDS),
  note: words('覚え書き'),
  heldBy: fact('延ばした人'),
  heldOn: IN_HEADING,
};

export const DISPOSAL_COLUMNS: ColumnsOf<'disposals'> = {
  id: ID,
  certificateNumber: fact('廃棄証明書の番号'),
  personId: ID,
  registerNumber: fact('台帳番号'),
  basis: fixed('廃棄のわけ', BASIS_WORDS),
  watchEndedOn: date('見守りの終了'),
  keptUntil: date('保存期限'),
  counts: hidden('how many records went, by category, stands on the certificate'),
  disposedAt: hidden('the day is in the heading'),
  disposedOn: IN_HEADING,
  actor: fact('廃棄した人'),
  backupsGoneBy: date('控えからなくなる日'),
  copiedOn: date('控えを写した日'),
  residueClearedAt: hidden('about the file, not about the person'),
};

export const HANDOUT_COLUMNS: ColumnsOf<'issuedPapers'> = {
  id: ID,
  kind: hidden('the title says it'),
  subjectId: ID,
  title: fact('持ち出したもの'),
  copyNumber: fact('部番号'),
  recipient: name('渡した先'),
  purpose: words('目的'),
  issuedAt: IN_HEADING,
  actor: fact('持ち出した人'),
  settledAs: fixed('その後', { returned: '返却された', shredded: '廃棄した' }),
  settledOn: date('返却・廃棄の日'),
  settledBy: fact('記録した人'),
};
