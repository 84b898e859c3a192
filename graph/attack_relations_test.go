package graph_test

import (
	"fmt"
	"strings"
)

// relationAttacks filter whole lists by what their nodes are related to, as far and as often as is allowed.
func relationAttacks() []attack {
	either := func(n int, condition string) string {
		return "{resolutions(where:{or:[" + strings.Repeat(condition, n) + "]}){totalCount}}"
	}
	return []attack{
		asks("19 filters three relations deep, counted", "", aliased(19, func(int) string {
			return "councils(where:{hasMeetingsWith:[{hasAgendaItemsWith:[{hasResolutionsWith:[{position:1}]}]}]}){totalCount}"
		})),
		asks("22 relations in one filter", "", either(22, "{hasAgendaItemWith:[{hasParticipations:true}]}")),
		asks("19 filters of what is not related, counted", "", aliased(19, func(i int) string {
			return fmt.Sprintf(`resolutions(where:{not:{hasCouncilWith:[{slug:"c%d"}]}}){totalCount}`, i)
		})),
	}
}
