package aggregate

import (
	"fmt"
	"slices"
)

// Aggregate is figures over a list or a group: those that the query asked for, of which there are few.
type Aggregate struct {
	measures []measure
	values   []any // of the measures
}

func (a *Aggregate) set(m measure, v any) {
	a.measures, a.values = append(a.measures, m), append(a.values, v)
}

func (a *Aggregate) value(m measure) (any, error) {
	i := slices.Index(a.measures, m)
	if i < 0 {
		return nil, fmt.Errorf("the figure %s was not computed", m)
	}
	return a.values[i], nil
}

// whole is a count.
func (a *Aggregate) whole(m measure) (int, error) {
	v, err := a.value(m)
	if err != nil {
		return 0, err
	}
	n, ok := v.(int64)
	if !ok {
		return 0, fmt.Errorf("the figure %s is %T, not a count", m, v)
	}
	return int(n), nil
}

// Count is how many nodes there are.
func (a *Aggregate) Count() (int, error) { return a.whole(count) }

// CountDistinct is how many different known values a dimension has.
func (a *Aggregate) CountDistinct(of Dimension) (int, error) { return a.whole(distinct(of)) }

// Date is the figures over dates.
func (a *Aggregate) Date() *Dates { return &Dates{a} }

// Low is the figures over the column low.
func (a *Aggregate) Low() *Numbers { return &Numbers{a, "low"} }

// High is the figures over the column high.
func (a *Aggregate) High() *Numbers { return &Numbers{a, "high"} }

// Dates are figures over dates.
type Dates struct{ of *Aggregate }

// Min is the first date, nil where there is none.
func (d *Dates) Min() (*string, error) { return d.day(dateMin) }

// Max is the last date, nil where there is none.
func (d *Dates) Max() (*string, error) { return d.day(dateMax) }

func (d *Dates) day(m measure) (*string, error) {
	v, err := d.of.value(m)
	if s, ok := v.(string); ok {
		return &s, err
	}
	return nil, err
}

// Numbers are figures over numbers, nil where there is none.
type Numbers struct {
	of    *Aggregate
	field string
}

// Min is the smallest number.
func (n *Numbers) Min() (*float64, error) { return n.figure("min") }

// Max is the largest number.
func (n *Numbers) Max() (*float64, error) { return n.figure("max") }

// Avg is the mean, rounded to two places.
func (n *Numbers) Avg() (*float64, error) { return n.figure("avg") }

// Sum is all of them added up, rounded to two places.
func (n *Numbers) Sum() (*float64, error) { return n.figure("sum") }

func (n *Numbers) figure(how string) (*float64, error) {
	v, err := n.of.value(measure(n.field + "." + how))
	if f, ok := v.(float64); ok {
		return &f, err
	}
	return nil, err
}
