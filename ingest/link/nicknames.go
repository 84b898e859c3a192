package link

import (
	"slices"
	"strings"
)

// nicknames are given names that can be one person's, folded, a group a line. That two names stand in one group never makes two
// names one person: it only makes of each a possible bearer of what the other could be meant by.
var nicknames = nicknameGroups(`
abigail abbie abby
albert al bert bertie
alan allan allen al
alexander alex alec sandy alasdair alastair alistair sasha
alexandra alex sandra sasha
alfred alf alfie fred
amanda mandy
andrew andy drew
angela angie
ann anne annie anna hannah nan
anthony antony tony
barbara barb babs
benjamin ben
bernard bernie
beverley bev
bridget biddy
bradley brad
catherine katherine kathryn katharine cathy kathy kate katie kay kitty kath cath
charles charlie chas chuck
charlotte charlie lottie
christine christina chris tina chrissie
christopher chris kit
clifford cliff
cynthia cindy
daniel dan danny
david dave davy dai dafydd
deborah debra debbie deb
denis dennis den
derek del
desmond des
donald don donnie
dorothy dot dottie dolly
douglas doug dougie
edward ed eddie ted teddy ned
edmund ed eddie ted
edwin ed eddie
eileen aileen
eleanor ellie nell nora elinor
elizabeth liz lizzie beth betty bess eliza elsie lisa betsy libby
emily em millie
emma em
eugene gene
florence flo florrie
frances fran francesca
francis frank
frederick fred freddie
geoffrey jeffrey geoff jeff
george georgie
gerald gerard gerry jerry ged
gillian jill gill jillian
gordon gord
graham graeme
gregory greg
gwendoline gwen gwenda gwendolen
harold harry hal
helen nell ellen helena
henry harry hal hank
herbert bert herb
hilary hillary
ian iain
irene renee
isabel isabella isobel bella izzy
jacqueline jackie jacqui
james jim jimmy jamie
jane janie
janet jan
janice jan
jason jay
jean jeanette
jennifer jen jenny jennie
jeremy jerry jem
jessica jess jessie
joan joanie
joanne joanna jo
john jon jack johnny
jonathan jon john jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
julia julie jules
kenneth ken kenny
kevin kev
kimberley kim
laura laurie
lawrence laurence larry laurie
leonard len lenny leo
lesley leslie les
lewis louis lou
lillian lily
linda lynda lyn
lorraine lori
louise lou
lucy lucie lucinda
madeleine maddie
malcolm mal
margaret maggie meg peggy marge margie greta rita madge
maria mary marie maureen molly polly
martin martyn marty
matthew matt
maurice morris
maxwell max
melanie mel
michael mick mike micky mickey
michelle shell chelle
mildred millie
mohammed mohammad muhammad mohamed mohammud
nancy nan
natalie nat
nathan nathaniel nat nate
neil neal niall
nicholas nick nicky nico
nicola nichola nicky nikki nicole
norman norm
oliver ollie
pamela pam
patricia pat patsy trish tricia patty
patrick pat paddy
pauline paula
penelope penny pen
peter pete
philip phillip phil pip
philippa pippa pip
phyllis phyl
rachel rachael rach
raymond ray
rebecca becky becca beck
reginald reg reggie
richard rick dick ricky rich dickie
robert rob bob bobby robbie bert
robin rob
roderick rod roddy
rodney rod
roger rog
ronald ron ronnie
rosalind ros roz rosie
rosemary rosie rose
russell russ
samantha sam
samuel sam sammy
sandra sandy
sarah sally sara sadie
shirley shirl
sidney sydney sid syd
simon si
stanley stan
stephen steven steve stevie
stewart stuart stu
susan sue susanna suzanne susie suzy susannah
sylvia sylv
teresa theresa terry tess tessa
terence terry terrance
theodore ted theo
thomas tom tommy
timothy tim
valerie val
vanessa nessa
veronica ronnie
victor vic
victoria vicky vicki vikki tori
vincent vince vinny
violet vi
virginia ginny
vivien vivian vivienne viv
walter wally walt
wilfred wilf
william will bill billy liam willie gwilym
winifred win winnie freda
yvonne evonne
`)

// nicknameGroups numbers the groups and gives each name those in which it stands.
func nicknameGroups(s string) map[string][]int {
	groups := map[string][]int{}
	for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
		for _, w := range strings.Fields(line) {
			groups[w] = append(groups[w], i)
		}
	}
	return groups
}

// nicknamed says whether two different given names can be one person's.
func nicknamed(a, b string) bool {
	if a == b {
		return false
	}
	mine := nicknames[a]
	return slices.ContainsFunc(nicknames[b], func(g int) bool { return slices.Contains(mine, g) })
}

// twins says whether two people have full names that differ by a nickname only, so that either may be the other, and are
// seen together on no list.
func (p *someone) twins(o *someone) bool {
	if p == o || p.uid != "" && o.uid != "" || p.besides(o) || !p.could(o.class, o.sexOf()) {
		return false
	}
	for _, a := range p.names {
		for _, b := range o.names {
			if a.form() == fullName && b.form() == fullName && nicknamed(a.words[0], b.words[0]) && slices.Equal(a.words[a.surname:], b.words[b.surname:]) {
				return true
			}
		}
	}
	return false
}
