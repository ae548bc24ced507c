// The look of 今日: what is overdue, due today, promised, and next.
import {
  CalendarCheck2,
  CalendarClock,
  CircleCheckBig,
  Footprints,
  Hourglass,
  PhoneCall,
  Plus,
  TriangleAlert,
} from 'lucide-react';
import { StatusTag } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Panel, PanelGrid, Stack } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LineList } from '../ui/line-list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, StatRow } from '../ui/stat.tsx';
import { inventPeople } from './people.ts';

const OVERDUE = inventPeople(5);
const DUE = inventPeople(9).slice(5);

export function TodaySheet() {
  return (
    <Stack>
      <PageHeader
        title="今日"
        subtitle="令和8年11月22日（日）"
        actions={
          <>
            <Button icon={Footprints} variant="primary" keyHint="Ctrl+N">
              訪問を記録する
            </Button>
            <Button icon={Plus}>相談を記録する</Button>
          </>
        }
      />
      <StatRow>
        <Stat
          label="期限を過ぎた方"
          value={5}
          unit="人"
          icon={Hourglass}
          tone="attention"
          note="いちばん古い方は 18日前"
          onPress={() => {}}
        />
        <Stat label="今日が期限の方" value={7} unit="人" icon={CalendarClock} onPress={() => {}} />
        <Stat label="返事待ちのつなぎ" value={3} unit="件" icon={PhoneCall} onPress={() => {}} />
        <Stat label="今月の訪問" value={64} unit="回" icon={Footprints} note="先月の同じ日まで 58回" />
      </StatRow>
      <PanelGrid layout="main-aside">
        <Stack>
          <Panel
            title="期限を過ぎた方"
            padding="flush"
            actions={
              <Button size="small" variant="quiet">
                一覧で見る
              </Button>
            }
          >
            <LineList
              label="期限を過ぎた方"
              lines={OVERDUE.map((person, index) => ({
                id: person.id,
                title: person.name,
                note: `${person.kana}・${person.age}歳・${person.address}`,
                tag: <StatusTag tone={index < 2 ? 'alert' : 'warn'}>{18 - index * 3}日超過</StatusTag>,
                onOpen: () => {},
                actions: (
                  <Button size="small" icon={Footprints} aria-label={`${person.name}の訪問を記録する`}>
                    記録
                  </Button>
                ),
              }))}
            />
          </Panel>
          <Panel title="今日が期限の方" padding="flush">
            <LineList
              label="今日が期限の方"
              lines={DUE.map((person) => ({
                id: person.id,
                title: person.name,
                note: `${person.kana}・${person.age}歳・${person.address}`,
                tag: <StatusTag tone="neutral">{person.frequency}</StatusTag>,
                onOpen: () => {},
                actions: (
                  <Button size="small" icon={Footprints} aria-label={`${person.name}の訪問を記録する`}>
                    記録
                  </Button>
                ),
              }))}
            />
          </Panel>
        </Stack>
        <Stack>
          <Panel title="次の連絡会">
            <Stack gap="tight">
              <p>
                <strong>12月3日（木）14:00</strong>
                <br />
                堀江地域会館 2階
              </p>
              <Button icon={CalendarCheck2} isFullWidth>
                資料を準備する
              </Button>
            </Stack>
          </Panel>
          <Panel title="返事待ちのつなぎ" padding="flush">
            <LineList
              label="返事待ちのつなぎ"
              lines={[
                {
                  id: '1',
                  title: '見守り相談室',
                  note: '郵便物がたまっている・11月18日',
                  tag: (
                    <StatusTag tone="warn" icon={TriangleAlert}>
                      4日
                    </StatusTag>
                  ),
                  onOpen: () => {},
                },
                {
                  id: '2',
                  title: '地域包括支援センター',
                  note: '介護保険の申請・11月20日',
                  tag: <StatusTag tone="info">2日</StatusTag>,
                  onOpen: () => {},
                },
              ]}
            />
          </Panel>
          <Panel title="気になる方への連絡">
            <EmptyState icon={CircleCheckBig} title="約束した連絡はありません">
              次の一歩を相談に書くと、その日にここへ出ます。
            </EmptyState>
          </Panel>
        </Stack>
      </PanelGrid>
    </Stack>
  );
}
