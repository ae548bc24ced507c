// What each operation is called in the audit trail, in plain Japanese. An operation that is not in this table does not compile.
import { DEED_KINDS, type DeedKind } from './audit.contract.ts';
import type { OperationName } from './index.ts';

export interface Deed {
  readonly kind: DeedKind;
  readonly words: string;
}

export const DEED_KIND_WORDS: Readonly<Record<DeedKind, string>> = {
  looked: '見た',
  changed: '書いた・直した',
  printed: '印刷した',
  exported: '書き出した',
  opened: '台帳を開いた',
};

const looked = (words: string): Deed => ({ kind: 'looked', words });
const changed = (words: string): Deed => ({ kind: 'changed', words });
const printed = (words: string): Deed => ({ kind: 'printed', words });
const exported = (words: string): Deed => ({ kind: 'exported', words });
const opened = (words: string): Deed => ({ kind: 'opened', words });

/** `null`: leaves no row, because it shows no one record in full and changes nothing. */
export const DEEDS: Readonly<Record<OperationName, Deed | null>> = {
  'vault.status': null,
  'vault.create': opened('台帳を作った'),
  'vault.unlock': opened('合言葉で台帳を開いた'),
  'vault.lock': null,
  'vault.changePassphrase': changed('合言葉を変えた'),
  'vault.reauthenticate': null,
  'vault.noteActivity': null,
  'vault.drawRecoveryCode': null,
  'vault.pendingRecoveryCode': null,
  'vault.printRecoveryCode': printed('回復用コードを印刷した'),
  'vault.confirmRecoveryCode': changed('回復用コードを作った'),
  'vault.recover': opened('回復用コードで台帳を開き、合言葉を決め直した'),
  'vault.coordinators': null,
  'vault.addCoordinator': changed('担当者を足した'),
  'vault.renameCoordinator': changed('担当者の名前を直した'),
  'vault.removeCoordinator': changed('担当者を外し、台帳の鍵を替えた'),
  'settings.get': null,
  'settings.revise': changed('設定を変えた'),
  'codes.list': null,
  'codes.add': changed('選択肢を足した'),
  'codes.revise': changed('選択肢を直した'),
  'supporters.list': null,
  'supporters.register': changed('担い手を登録した'),
  'supporters.revise': changed('担い手を直した'),
  'people.list': null,
  'people.search': null,
  'people.get': looked('記録を見た'),
  'people.findSimilar': null,
  'people.register': changed('台帳に登録した'),
  'people.revise': changed('台帳の内容を直した'),
  'people.recordConsent': changed('同意を記録した'),
  'people.endWatch': changed('見守りを終了した'),
  'people.resumeWatch': changed('見守りに戻した'),
  'visits.listForPerson': looked('記録を見た'),
  'visits.record': changed('見守りを記録した'),
  'visits.revise': changed('見守りの記録を直した'),
  'visits.withdraw': changed('見守りの記録を取り消した'),
  'consultations.list': null,
  'consultations.listForPerson': looked('記録を見た'),
  'consultations.get': looked('相談の記録を見た'),
  'consultations.record': changed('相談を記録した'),
  'consultations.revise': changed('相談の記録を直した'),
  'consultations.markNextStep': changed('「次にすること」の印を変えた'),
  'consultations.markAcknowledged': changed('つなぎ先の受け取りの印を変えた'),
  'consultations.withdraw': changed('相談の記録を取り消した'),
  'closings.overview': null,
  'closings.checklist': null,
  'closings.close': changed('月のしめをした'),
  'board.today': null,
  'meetings.list': null,
  'meetings.get': null,
  'meetings.plan': changed('連絡会を計画した'),
  'meetings.revise': changed('連絡会の予定を直した'),
  'meetings.proposeAgenda': null,
  'meetings.saveAgenda': changed('連絡会の議題を保存した'),
  'meetings.findNames': null,
  'meetings.cancel': changed('連絡会を取りやめた'),
  'meetings.packet': null,
  'meetings.printPacket': printed('連絡会の資料をつくった'),
  'publications.overview': null,
  'publications.get': null,
  'publications.offers': null,
  'publications.reckon': null,
  'publications.cancelReckoning': null,
  'publications.prepare': null,
  'publications.cancelPreparing': null,
  'publications.publish': exported('集計を公表した'),
  'publications.prepared': null,
  'publications.trend': null,
  'publications.decide': changed('集計で守る最少の人数を決めた'),
  'publications.settleMissing': changed('公表の記録にない集計が、だれの手元にもないと記録した'),
  'transfer.openLedger': null,
  'transfer.planImport': null,
  'transfer.applyImport': changed('名簿を取り込んだ'),
  'files.reveal': null,
  'files.open': null,
  'drafts.keep': changed('書きかけをとっておいた'),
  'drafts.find': null,
  'drafts.list': null,
  'drafts.discard': changed('書きかけを片づけた'),
  'backups.status': null,
  'backups.list': null,
  'backups.make': changed('控えをとった'),
  'backups.copyTo': exported('控えを写した'),
  'backups.chooseFile': null,
  'backups.inspect': null,
  'backups.restore': opened('控えに戻した'),
  'handouts.list': null,
  'handouts.reasons': null,
  'handouts.findNames': null,
  'handouts.settle': changed('持ち出したものの返却・廃棄を記録した'),
  'handouts.reopen': changed('返却・廃棄の印を取り消した'),
  'recovery.status': null,
  'recovery.saveCopy': null,
  'recovery.bringBack': null,
  'recovery.beginAnew': null,
  'recovery.disk': null,
  'retention.list': null,
  'retention.standing': null,
  'retention.ofPerson': null,
  'retention.hold': changed('保存を延ばした'),
  'retention.release': changed('保存の延長をやめた'),
  'retention.preview': null,
  'retention.erase': changed('廃棄した'),
  'retention.certificates': null,
  'retention.certificate': null,
  'retention.printCertificate': printed('廃棄証明書をつくった'),
  'disclosure.read': looked('開示のために記録を見た'),
  'disclosure.paper': null,
  'disclosure.write': exported('ご本人への開示を書き出した'),
  'ward.summary': null,
  'ward.open': null,
  'ward.leaveOut': null,
  'ward.check': null,
  'ward.clear': null,
  'ward.publish': exported('区のまとめを書き出した'),
  'audit.list': null,
  'audit.verify': null,
  'audit.standing': null,
  'audit.exportTrail': exported('操作の記録を書き出した'),
  'loss.report': null,
  'loss.printReport': printed('紛失時説明書をつくった'),
};

/** The deed behind a row; `null` for an operation that only an earlier version had. */
export function deedOf(operation: string): Deed | null {
  return Object.hasOwn(DEEDS, operation) ? DEEDS[operation as OperationName] : null;
}

export function operationsOfKind(kind: DeedKind): readonly OperationName[] {
  return (Object.keys(DEEDS) as OperationName[]).filter((name) => DEEDS[name]?.kind === kind);
}

/** What is about to be done, for the question who is there. Each operation that needs the passphrase again has its line. */
const AIMS: Readonly<Partial<Record<OperationName, string>>> = {
  'meetings.printPacket': '連絡会の資料をつくる',
  'publications.publish': '集計を公表する',
  'publications.decide': '集計で守る最少の人数を変える',
  'publications.settleMissing': '見つからない公表の記録を確かめたと記録する',
  'audit.exportTrail': '操作の記録を書き出す',
  'retention.erase': '見守りの終わった方の記録を廃棄する',
  'disclosure.write': 'ご本人への開示を書き出す',
  'ward.publish': '区のまとめを書き出す',
  'backups.restore': 'いまの台帳を、控えに置きかえる',
};

export const hasAim = (operation: OperationName): boolean => Object.hasOwn(AIMS, operation);
export const aimOf = (operation: OperationName): string => AIMS[operation] ?? 'この操作をする';

export const wordsOfDeed = (operation: string): string => deedOf(operation)?.words ?? 'いまのアプリにはない操作をした';

type Detail = Readonly<Record<string, string | number>>;

/** Only what says something to a coordinator; the rest of the counts is for the export's reader to ask. */
const DETAIL_WORDS: Readonly<Record<string, (value: string | number) => string>> = {
  month: (value) => `${value}分`,
  profile: (value) => ({ council: '社協・区役所あて', public: '公表用' })[value] ?? '',
  k: (value) => `${value}人未満を守る`,
  tables: (value) => `表${value}つ`,
  hidden: (value) => `＊${value}か所`,
  files: (value) => `ファイル${value}つ`,
  copies: (value) => `${value}部`,
  firstCopy: (value) => `番号${value}から`,
  recipient: (value) => `渡す先は${value}`,
  purpose: (value) => `目的は${value}`,
  blackened: (value) => (value === 0 ? '黒塗りなし' : `黒塗り${value}か所`),
  as: (value) => ({ returned: '返却', shredded: '廃棄' })[value] ?? '',
  added: (value) => `新しく${value}人`,
  merged: (value) => `まとめた方${value}人`,
  skipped: (value) => `入れなかった行${value}`,
  rows: (value) => `${value}行`,
  certificate: (value) => `廃棄証明書 第${value}号`,
  replaced: (value) => (value === 0 ? '' : `ほかの記録のお名前${value}か所を置きかえ`),
  settledAs: (value) => ({ never_handed_out: 'だれにも渡していない', taken_back: '取り戻した' })[value] ?? '',
  olderBy: (value) => `前に使った時より${value}件少ない台帳でした`,
  coordinator: (value) => `担当者「${value}」`,
  standing: (value) =>
    ({ different: '前に使った時の続きではない台帳でした', unknown: '前の続きか、確かめられませんでした' })[value] ?? '',
};

/** The counts of a row in words; empty when there is nothing to add. */
export function wordsOfDetail(detail: Detail): string {
  return Object.entries(detail)
    .map(([key, value]) => (Object.hasOwn(DETAIL_WORDS, key) ? (DETAIL_WORDS[key]?.(value) ?? '') : ''))
    .filter((words) => words !== '')
    .join('、');
}

export const DEED_KIND_CHOICES = DEED_KINDS.map((kind) => ({ code: kind, label: DEED_KIND_WORDS[kind] }));
