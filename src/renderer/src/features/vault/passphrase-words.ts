// Offers a passphrase of common words in romaji: five of 256, chosen by the system's randomness (40 bits, before Argon2id).

const WORDS =
  `aki ame amado anzu asa asahi atama awa ayame azuki basho bento bara biwa botan budo chawan chikara chizu cha
daiku daikon dango denki deshi doma dengaku ehon eki enogu enpitsu fude fuji fukuro fune furo futon fuyu gake genkan geta
ginnan gohan goma gyoza haba hachi hagaki haiku hako hamabe hana hanabi haru hasami hashi hasu hatake hato hayashi hebi
hibari higasa hikari himawari hiroba hitsuji hiyoko hoshi hotaru hotate hyotan ichigo ichou ido ika ike inaho inari inu
iruka ishi isu ito iwashi izumi jinja jari kabe kabocha kabuto kaeru kagami kago kai kaki kakine kame kamo kani kansai
karasu karuta kasa kashiwa kasumi katana kawa kawara kaze kazoku kemuri kiji kiku kinoko kintoki kiri kirin kitsune koala
kobune koinu koma kome konbu koori koto kujaku kujira kuma kumo kuri kuruma kusa kushi kutsu maguro makura mame manju
matsu matsuri mayu megane michi midori mikan mimi minato mise miso mizu mochi momiji momo mori mugi mura mushi nabe nagisa
namiki nashi nasu natsu negi neko nezumi niji niwa nishi nohara nori numa nuno obi ocha ohagi okaki okami omocha onigiri
origami otera oyogi ramune rakuda renkon ringo risu roji ryokan saba saiwai sakana sakura sanma sansho sarada sasa satoimo
sazae semi senbei sensu shiba shika shima shio shiro shishi shiso soba sora soroban sudachi suika suisen sumi sumire
suzume suzu tai taiko taiyo tako takenoko tamago tanuki tanpopo tatami tegami tenki tokei tombo tonari tori tsubaki tsubame
tsuki tsukushi tsuru uchiwa udon ueki uma ume umi usagi ushi uta wakame wara wasabi yagi yakan yama yamabuki yane yanagi
yasai yatai yoru yukata yuki yume yuzu zabuton zaru zou zori`
    .split(/\s+/u)
    .slice(0, 256);

const COUNT = 5;

export function suggestPassphrase(random: (size: number) => Uint8Array): string {
  return [...random(COUNT)].map((byte) => WORDS[byte % WORDS.length]).join('-');
}
