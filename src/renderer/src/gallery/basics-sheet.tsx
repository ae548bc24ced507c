// Buttons, tags, keys, colours.
import { Download, Pencil, Plus, Trash2 } from 'lucide-react';
import { StatusTag } from '../ui/badge.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Cluster, Panel, Stack } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const;
const TONES = ['neutral', 'good', 'info', 'warn', 'alert'] as const;

export function BasicsSheet() {
  return (
    <Stack>
      <PageHeader title="部品" subtitle={<VisuallyHidden>開発用</VisuallyHidden>} />
      <Panel title="ボタン">
        <Stack>
          {(['large', 'medium', 'small'] as const).map((size) => (
            <Cluster key={size}>
              {VARIANTS.map((variant) => (
                <Button key={variant} variant={variant} size={size} icon={Plus}>
                  記録する
                </Button>
              ))}
            </Cluster>
          ))}
          <Cluster>
            {VARIANTS.map((variant) => (
              <Button key={variant} variant={variant} isDisabled>
                使えません
              </Button>
            ))}
            <Button variant="primary" isPending pendingText="保存しています">
              保存する
            </Button>
            <LinkButton href="#today" icon={Download}>
              リンクのボタン
            </LinkButton>
          </Cluster>
          <Cluster>
            <IconButton label="直す" icon={Pencil} />
            <IconButton label="消す" icon={Trash2} variant="bordered" />
            <IconButton label="使えない" icon={Trash2} variant="bordered" isDisabled />
            <KeyHint keys="Ctrl+K" />
          </Cluster>
        </Stack>
      </Panel>
      <Panel title="しるし">
        <Stack gap="tight">
          {(['filled', 'quiet'] as const).map((variant) => (
            <Cluster key={variant}>
              {TONES.map((tone) => (
                <StatusTag key={tone} tone={tone} variant={variant}>
                  {{ neutral: 'ふつう', good: '同意', info: '今日が期限', warn: '不在つづき', alert: '期限超過' }[tone]}
                </StatusTag>
              ))}
            </Cluster>
          ))}
        </Stack>
      </Panel>
      <Panel title="文字">
        <Stack gap="tight">
          <h2>見出し 二　高齢者の見守り</h2>
          <h3>見出し 三　髙﨑さん・渡邊さん</h3>
          <p>
            本文。見守り員が昼間に訪ねたところ、返事がありませんでした。<a href="#today">今日の一覧</a>
            にもどり、次の方へ進みます。0123456789
          </p>
        </Stack>
      </Panel>
    </Stack>
  );
}
