// Parts of one page, one at a time.
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './tabs.module.css';

const cx = classesOf(styles);

type TabEntry = {
  readonly id: string;
  readonly label: string;
  /** A number behind the label. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
};

type TabsProps = {
  /** Read out as the name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  readonly selected?: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
};

export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      {...defined({
        selectedKey: selected,
        onSelectionChange: onSelect && ((key: string | number) => onSelect(String(key))),
      })}
      className={cx('tabs')}
    >
      <TabList aria-label={label} className={cx('list')}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={cx('tab')}>
            {tab.label}
            {tab.count !== undefined && <span className={cx('count')}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx('panel')}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
