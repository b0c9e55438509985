/* The words of a text, in the language of the page, whatever form they have: for search.
   Texts are folded (case, accents, letters people write one for the other), cut into words, and each word gets stems:
   what is left without the endings of its language, and in Arabic without the words stuck to it. */
(function () {
  'use strict';

  var LEAST = 3; /* letters a stem keeps */
  var MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c-\u200f]/g;
  var LETTERS = {
    '\u0153': 'oe', '\u00e6': 'ae', '\u0491': '\u0433', '\u0454': '\u0435', '\u044b': '\u0438', '\u044d': '\u0435',
    '\u044a': '', '\u02bc': '', '\u0671': '\u0627', '\u0629': '\u0647', '\u0649': '\u064a', '\u0621': ''
  };

  /* By language. `alike`: words looked for together; `empty`: words that say nothing; `starts`: what may stand before a
     word; `ends`: what is cut off it, the longest first; `least`: letters a long ending leaves; `swaps`: undo what an
     ending did to the letters before it; `joined`: an apostrophe is inside a word; `weak`: letters that change between
     the forms of a root. */
  var RULES = {
    fr: {
      least: 4,
      alike: ['photo image nude dickpic', 'nude dickpic sexto intime', 'flic policier police', 'copain copine pote ami', 'prof professeur enseignant', 'pedophile pedocriminel', 'fake deepfake hypertrucage'],
      empty: 'a ai as au aux avec ce ces cette comment dans de des du elle en est et fait faire il je la le les leur ma me mes mon ne ou par pas pour qu quand que quel quelle qui quoi sa se ses si son sur ta te tes ton tu un une vous y',
      ends: 'issements issement ements ement ations ation ateurs ateur atrices atrice euses euse eurs eur antes ante ants ant ages age ees ee ers er ez ent issent issant ir it ie is i aux al es e s x'
    },
    en: {
      alike: ['picture pic photo image nude', 'nude sext intimate', 'cop officer police', 'mate friend', 'bully harass'],
      empty: 'a about an after and are at be by can do does for from had has have he how her his i if in is it me my of on or she someone something that the their them they this to was what when where who why with you your',
      ends: 'ations ation ments ment nesses ness ings ing ying eners ened ening ers er ies ied es ed ly y e s'
    },
    es: {
      alike: ['foto imagen nude', 'nude desnudo pack intimo', 'profe profesor docente', 'poli policia', 'bullying acoso'],
      empty: 'a al algo alguien como con cual cuando de del donde el en es esta este han he la las le lo los me mi mis no o para por que quien se si su sus te tu tus un una y yo',
      ends: 'amientos amiento imientos imiento aciones acion adores adoras ador adora ando iendo adas ados ada ado idas idos ida ido arme arte arse arlo arla aron ciones cion eando eados eadas eado eada ear ean eo ar er ir an en as os es a o e s'
    },
    uk: {
      alike: ['фото фотографія зображення нюдс', 'нюдс голий інтимний', 'вчитель учитель педагог', 'коп поліція', 'булінг цькування'],
      empty: 'а або але в від вона вони він для до з за і із й до його її коли кому мене мені мій моя моє мої на не ні по про та те ти тобі у хто це цей чи чому що щоб я як яка який яке які',
      ends: 'уваннями уванню ування уванні уватися увати ювати ання анню анні ення енню енні аннями еннями атися итися ються ється ати ити іти ають ують яють ить ять ути ала али ила или ав ив ими ому ого ами ями ові еві ою ею ої их им ах ях ів їв ей ам ям ом ем ий ій ує ає а я у ю и і ї е о є й ь',
      swaps: [[/[ое](?=[кц]$)/, ''], [/[зж]$/, 'г'], [/[цч]$/, 'к'], [/[сш]$/, 'х']],
      joined: true
    },
    ar: {
      alike: ['عارية عاري حميمة', 'معلم أستاذ مدرس'],
      empty: 'أن أنا أنت إذا إلى التي الذي أو إن بي عن على علي عند عندما فعل في كيف لا لماذا لم لي ما ماذا متى مع من هذا هذه هل هو هي و يا',
      starts: 'والا بالا الا وبال وال بال كال فال ولل لا لل ال وب ول و ف ب ك ل س ي ت ن ا',
      ends: 'تهما تنا تهم تها تكم تك ته تي ات ون ين ان هما كما هم ها هن كم نا ني يه وا ه ي ا ك ت',
      weak: /[اوي]/g
    }
  };
  var rules = RULES[document.documentElement.lang.split('-')[0]] || {};
  var BREAKS = new RegExp('[\\s.,;:!?\u2026"\u00ab\u00bb\u201c\u201d()\\[\\]/\u2013\u2014\u00b7\u060c\u061b\u061f' + (rules.joined ? '' : '\'\u2019\u2018') + '-]+');
  var starts = list(rules.starts);
  var ends = list(rules.ends).sort(function (a, b) { return b.length - a.length; });
  var empty = list(rules.empty);
  var known = {};

  function list(text) { return text ? fold(text).split(' ') : []; }

  function fold(text) {
    var plain = text.toLowerCase();
    if (plain.normalize) { plain = plain.normalize('NFD').replace(MARKS, ''); }
    if (rules.joined) { plain = plain.replace(/['\u2019\u2018]/g, ''); }
    return plain.replace(/[\u0153\u00e6\u0491\u0454\u044b\u044d\u044a\u02bc\u0671\u0629\u0649\u0621]/g, function (one) {
      return LETTERS[one];
    }).replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (one) { return one.charCodeAt(0) % 16; });
  }

  /* The words of a text; "116 000" is one. */
  function split(text) {
    return fold(text).replace(/(\d)[ \u00a0\u202f](?=\d{3}(\D|$))/g, '$1').split(BREAKS).filter(Boolean);
  }

  function shorten(word) {
    var end = ends.filter(function (one) {
      return word.length - one.length >= (one.length > 2 && rules.least || LEAST) && word.slice(-one.length) === one;
    })[0];
    return (rules.swaps || []).reduce(function (stem, swap) {
      return stem.length > LEAST ? stem.replace(swap[0], swap[1]) : stem;
    }, end ? word.slice(0, -end.length) : word);
  }

  /* The stems of a word, each between spaces; a root, surer of nothing, begins with "~". */
  function stems(word) {
    if (!Object.prototype.hasOwnProperty.call(known, word)) {
      var whole = starts.filter(function (one) {
        return word.length - one.length >= LEAST && word.indexOf(one) === 0;
      }).map(function (one) { return word.slice(one.length); });
      var all = [word].concat(whole).map(shorten);
      if (rules.weak) {
        all = all.concat(all.map(function (one) { return '~' + one.replace(rules.weak, ''); }));
      }
      known[word] = all.filter(function (one) { return one.length >= LEAST + (one[0] === '~' ? 1 : 0); });
    }
    return known[word];
  }

  /* The words looked for together with this one. */
  function alike(word) {
    return (rules.alike || []).map(list).filter(function (group) {
      return group.some(function (one) { return shorten(one) === shorten(word); });
    }).reduce(function (all, group) { return all.concat(group); }, []);
  }

  window.baliseWords = { breaks: BREAKS, split: split, stems: stems, alike: alike, empty: empty };
}());
