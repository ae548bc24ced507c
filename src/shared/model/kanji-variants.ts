// Kanji that stand for each other in names and addresses. For searching only: what is stored keeps the writing of its owner.

/**
 * Groups of interchangeable characters, the everyday form first: old and new forms (旧字体), forms of family registers
 * (俗字) and forms that people mix up in names. Compatibility ideographs (神 塚 福 ...) are not here: NFKC folds them.
 */
const GROUPS =
  '亜亞 悪惡 圧壓 囲圍 為爲 医醫 壱壹 隠隱 栄榮 営營 衛衞 駅驛 悦悅 円圓 縁緣 園薗 塩鹽 艶艷 応應 欧歐 横橫 奥奧 桜櫻 温溫 穏穩 ' +
  '仮假 価價 画畫 会會 絵繪 回囘 懐懷 拡擴 覚覺 学學斈 岳嶽 楽樂 刈苅 勧勸 巻卷 寛寬 関關 観觀 館舘 巌巖 間閒 ' +
  '気氣 帰歸 亀龜 吉𠮷 旧舊 峡峽 狭狹 侠俠 教敎 郷鄕 強强 尭堯 暁曉 区區 駆驅 薫薰 勲勳 径徑 恵惠 渓溪 経經 継繼 鶏鷄 芸藝 ' +
  '県縣 剣劍劒劔釼 検檢 献獻 権權 険險 圏圈 験驗 研硏 顕顯 厳嚴 戸戶 呉吳 効效 恒恆 高髙 黄黃 鉱鑛 号號 国國圀 黒黑 ' +
  '済濟 斉斎齊齋 坂阪 崎﨑嵜碕 雑雜 参參 蚕蠶 賛贊 桟棧 糸絲 歯齒 児兒 辞辭 実實 写寫 釈釋 寿壽 収收 秋穐龝 従從 渋澁 縦縱 粛肅 ' +
  '緒緖 処處 叙敍敘 将將 称稱 奨奬獎 焼燒 証證 昇曻 乗乘 浄淨 条條 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 慎愼 晋晉 真眞 尽盡 ' +
  '図圖 粋粹 酔醉 随隨 枢樞 数數 杉椙 瀬瀨 清淸 青靑 声聲 静靜 税稅 摂攝 説說 専專 浅淺 戦戰 銭錢 潜潛 船舩 ' +
  '双雙 壮壯 荘莊庄 挿插 巣巢 装裝 総總 聡聰 増增 蔵藏 続續 曽曾 体體躰 対對 帯帶 台臺 滝瀧 沢澤 択擇 担擔 単單 団團 弾彈 ' +
  '昼晝 虫蟲 鋳鑄 庁廳 聴聽 勅敕 鎮鎭 壷壺 鉄鐵銕鉃 点點 転轉 伝傳 土圡𡈽 灯燈 当當 党黨 盗盜 島嶋嶌 稲稻 闘鬪 徳德 独獨 読讀 届屆 呑吞 ' +
  '内內 梨棃 弐貳 禰祢 覇霸 拝拜 梅楳 廃廢 売賣 麦麥 柏栢 橋𣘺 発發 抜拔 浜濱濵 蛮蠻 桧檜 彦彥 姫姬 広廣 瓶甁 ' +
  '富冨 淵渕渊 払拂 仏佛 並竝 変變 辺邊邉 弁辨瓣辯 歩步 穂穗 舗舖 宝寶 豊豐 峰峯 萌萠 翻飜 毎每 槙槇 枡桝 松枩枀 万萬 満滿 ' +
  '黙默 弥彌 野埜 訳譯 薬藥 薮藪 柳栁桺 湧涌 与與 予豫 余餘 誉譽 揺搖 様樣 遥遙 瑶瑤 謡謠 ' +
  '来來 莱萊 頼賴 乱亂 覧覽 裏裡 竜龍 両兩 猟獵 涼凉 緑綠 凛凜 隣鄰 塁壘 励勵 礼禮 霊靈 齢齡 恋戀 芦蘆 炉爐 労勞 郎郞 楼樓 篭籠 禄祿 湾灣 ' +
  '靱靭 鴎鷗 鯵鰺 麹麴 桑桒 猪豬 兎兔 祷禱 醤醬 蝉蟬 騨驒 填塡 頚頸 倶俱 屏屛 并幷 繋繫 蒋蔣 諌諫 渉涉 虚虛 産產 鋭銳 晩晚 杯盃 花芲 ' +
  'かゕ けゖ箇个 の之乃';

/** Each variant to the first of its group. `ケ` in 鶴ヶ岡 and `ノ` in 山ノ内 arrive here as hiragana. */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  GROUPS.split(' ').flatMap((group) => {
    const [first = '', ...others] = [...group];
    return others.map((other) => [other, first] as const);
  }),
);

export const KANJI_VARIANT_GROUPS: readonly string[] = GROUPS.split(' ');

/** Puts the everyday form in place of every variant. */
export function foldKanjiVariants(text: string): string {
  return Array.from(text, (each) => CANONICAL.get(each) ?? each).join('');
}
