// 1,024 short, everyday Japanese words in romaji, for passphrases that are offered. No word says anything about a person.

export const PASSPHRASE_WORDS: readonly string[] = `
abura aida aisatsu aji ajisai akari akeru aki akubi amado amagumo amai amaoto ame ami anago ane ani anko anzu aoba
aozora arare arashi aruku asa asagao asahi asari ase asobi asu atama atari atsui awa awabi ayame ayu azami azuki
bakeru banana bara basho basu bata batto beni bento beru betsu bin biwa bochi boku bokujo bon bonsai bori boshi botan
budo buranko buri buta butai byobu cha chakai chawan chichi chidori chigiri chiisai chikara chikuwa chimaki chiri
chitose chizu cho chochin choko chubo chugoku daichi daidai daifuku daigaku daiji daikon daiku daku danchi dango dansu
dashi deguchi demae denchi dengaku denki densha denwa depato deshi doa dobutsu doguya doki dokusho doma donburi doro
dosokai eda edo ehon eiga eigo eki ema emaki engawa engei enjo enkai ennichi enogu enpitsu ensoku erabu eri esa fubuki
fuda fude fue fugu fuji fukei fuki fukin fuku fukuro funa fune furai furin furo furui fusuma futa futari futon fuyu
gake gakko gaku ganko garasu gekijo genji genkan genki genmai geta giji gin ginga ginkan ginnan gobo gogo gohan gojo
goma goza guchi gun gunte gyoza gyunyu haato haba hachi hagaki haha hai haiku haisha haji hajime hakama hakase hako
hakobu hama hamabe hana hanabi hanami handa hane haneda haniwa hanko hanten haori happa happi hara hari hariko haru
hasami hashi hasu hatake hato haya hayai hayate hebi heta heya hiba hibari hidari higan higasa hige higure hijiki
hikari hikoki hima himo hina hinata hinoki hirame hiroba hiroi hiru hirune hishi hitai hitomi hiyoko hiza hokora
hokori hon honba hone hooki hori hoshi hosoi hotaru hotate hotei hozuki hyaku hyotan ibuki iburi ichiba ichigo ichiju
ichou ido igai igusa iji ika ikada ike iki ikura imo imoto inaho inaka inari ine inori inu ippo iro iroha iroiro iruka
isago isaki ishi isogi issho isu itachi itamae ito itoko iwa iwai iwana iwashi izumi janken jari jidai jikan jimoto
jinja jiten jiyu joya juban jugoya juku jumoku junban junsai kabe kabuto kachi kado kaede kaeru kagami kago kai kaidan
kaiga kaigan kairan kaiso kaji kaki kakine kaku kama kamado kamata kambai kame kamera kami kamo kamome kan kanban
kanda kane kangae kani kanji kanna kanpai kansai kantan kanten kao kaori kappa kara karai karasu karei kari karin
karui karuta kasa kasane kashi kasumi kata katana katsuo katte kawa kawaii kawara kawaru kayu kazari kaze kazoku keiko
keiro keisho keito kemuri kendo kenkyu kesa keyaki kibi kibo kiiro kiji kikai kiki kikori kiku kimono kin kinako
kingyo kinkan kinoko kinu kippu kirei kiri kirin kiro kisha kishi kita kitte kiwi koala kobako kobu kobune kochi
kodama kodomo koe kofun koge koguma koi koinu koji kojo koke kokoro koma komado kome komugi kona konbu koneko konro
koori kori koro koromo koshi kosho koto kotoba kotori kouri koushi koya koyomi kozeni kubi kuchi kuda kugi kujaku
kujira kuki kuku kuma kumade kumi kumo kuni kura kurage kure kuri kuro kuruma kurumi kusa kusari kushi kusuri kutsu
kuwa kuzu kyo kyodai kyoku kyori kyoto kyuri mabuta machi mado mae mago maguro mahiru mai maigo maiko maki makie
makura mame mamori manabi mane maneki manga manju mari maru maruta masu masumi matsu mawari mayoi mayu mebae medaka
medama megane meishi mejiro mekata memo men menko meron meshi metro michi midare midori migi mihon mikan mikata mimi
mimizu minami minato mine minna mino minwa mirin miru misaki mise miso mitsu miyage miyako mizore mizu mochi mokkin
mokuba mokuyo momen momiji momo mon monaka mono mori moyo mozuku mugi muji muko mura muri mushi musubi musume myoga
nabana nabe nae naga nagai nagame nagare nagisa nagori nagoya naifu naisho naka nakama namako namazu name nami namida
namiki narabi nareru naruto nashi nasu natsu natto nawa nazo nazuna nebuta nedan negi nekko neko nemuri nendo nenga
nerai neri neru netsu nezumi nihon niji nikki nimono ningyo ninjin nioi nire nishi nishin nitto niwa noboru nodoka
nohara nojo noki nokori nomi noren nori nozomi numa nuno nuri nurie nurui oba obasan obi obon ocha ochiba odango oden
odori ofuro ogawa ohagi oishii oji ojisan oka okaki okami okane okashi okayu oke oki oku okuri omise omocha omoide
onaka onbu ondo oni onsen ooki oozora orenji ori osaka osechi oseibo oshare otera oto otoko otto owan oyako oyatsu
oyogi pan panda pen penki piano ponchi posuto purin raion rajio rakki rakuda rakugo ramen ramune rappa rei reizo reji
renkon ressha retasu rin rindo ringo riron risu rizumu robata roji rokuro rosoku rusu ryokan ryori ryoshi saba sabaku
sado sagi sagyo saifu saiwai saji saka sakana sake saki sakura samui sango sanma sanpo sansho sao sara sarada saru
sasa sasami sato sawa sawara sazae seiza sekai seki semi sen senbei sendai senko senro sensu sento seri serifu sewa
shiba shika shiken shiki shima shimai shimo shingo shinju shio shippo shira shiro shishi shiso shita shoga shogi shoyu
soba sobo sode sofu soji somen sono sora sori soshi subako sudare sue sugata sugi suigyo suijo suika suimin suiren
suisen suki sumi sumire suna sunaba sune supun surume sushi susuki suzu suzume suzuri tabi tai taifu taiko taiyo
takara take taki takibi tako taku takuan tama tamago tambo tami tana tane tango tani tansu tanuki taoru tara tarai
taru tasuki tatami tate tatsu taue tawara tazuna techo tefuda tegami tejina teki temari tengu tenin tenjo tenki tenran
tenshi tento tera tesage tobi tobira tochi todai todana tofu toge tokei toki tokiwa toko tokyo tomato tombi tomo
tonari tonbo tora tori toro toshi toso tozan tsubo tsubu tsuchi tsue tsuka tsuki tsukue tsuma tsuna tsuno tsuri tsuru
tsuta tsuya tsuyu uchi uchiwa uchu ude udon ueki ugui uguisu uji ukiwa ukiyoe uma umare ume umi unagi undo uni unmei
ura uri urushi usagi ushi ushiro usu usui uta utagoe utsuwa uwagi uzura waka wakaba wakame wakasa wako waku wan wana
wani wara warabi warai waraji wasabi washi wata watage yabu yado yagi yakan yaki yakko yakyu yama yanagi yane yaoya
yari yasai yashi yasumi yatai yobi yoi yokan yoki yoko yomise yomogi yoroi yoru yosegi yotei yoyaku yubi yubin yugata
yuhi yukata yuki yukimi yuko yume yumi yuri yuyake yuzu zakka zakuro zaru zeni zenmai zenzai zori zosui zou zubon
zukan zuwai
`
  .trim()
  .split(/\s+/u);
