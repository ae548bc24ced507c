// What is open: which 地域 has which month, at a glance; and each folder by itself, to leave one out.
import { Check } from 'lucide-react';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { plainTableClass } from '#renderer/ui/plain-table.ts';
import type { WardSummary } from '#shared/contract/ward.contract.ts';
import styles from './ward.module.css';

type Packages = WardSummary['packages'];

/** 「2026年4月」; what is no month stays as it is. */
const monthWords = (month: string): string => month.replace(/^(\d{4})-0?(\d{1,2})$/u, '$1年$2月');

/** Quietly: months under another name are of the same 地域. */
function FormerNames({ names }: { readonly names: readonly string[] }) {
  return names.length > 0 && <span className={styles['former']}>旧：{names.join('、')}</span>;
}

function MonthsByRegister({ packages }: { readonly packages: Packages }) {
  const months = [...new Set(packages.map(({ month }) => month))].sort();
  const registers = [...Map.groupBy(packages, ({ register }) => register)];
  return (
    <div className={plainTableClass.frame}>
      <table className={`${plainTableClass.table} ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">地域</th>
            {months.map((month) => (
              <th key={month} scope="col" className={plainTableClass.middle}>
                {monthWords(month)}
              </th>
            ))}
            <th scope="col">少人数の基準</th>
          </tr>
        </thead>
        <tbody>
          {registers.map(([register, own]) => (
            <tr key={register}>
              <th scope="row">
                {own[0]?.registerName}
                <FormerNames names={own[0]?.formerNames ?? []} />
              </th>
              {months.map((month) => {
                const here = own.filter((one) => one.month === month);
                return (
                  <td key={month} className={plainTableClass.middle}>
                    {here.length === 0 ? (
                      <span className={styles['soft']}>なし</span>
                    ) : (
                      <span className={styles['had']}>
                        <Check aria-hidden className={styles['icon']} />
                        {here.map(({ tables }) => `${tables}表`).join('・')}
                      </span>
                    )}
                  </td>
                );
              })}
              <td>{[...new Set(own.map(({ k }) => `${k}人未満を＊`))].join('・')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WardPackagesProps {
  readonly packages: Packages;
  readonly onLeaveOut: (packageId: string) => void;
}

export function WardPackages({ packages, onLeaveOut }: WardPackagesProps) {
  const registers = new Set(packages.map(({ register }) => register)).size;
  return (
    <Panel title={`開いている集計（${registers}地域・${packages.length}件）`}>
      <MonthsByRegister packages={packages} />
      <details className={styles['details']}>
        <summary>フォルダごとに見る・外す</summary>
        <ul className={styles['folders']}>
          {packages.map(({ id, folderName, registerName, month }) => (
            <li key={id} className={styles['folder']}>
              <span>
                {registerName}　{monthWords(month)}
                <span className={styles['soft']}>　フォルダ「{folderName}」</span>
              </span>
              <Button
                size="small"
                variant="quiet"
                onPress={() => onLeaveOut(id)}
                aria-label={`「${folderName}」を外す`}
              >
                外す
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
