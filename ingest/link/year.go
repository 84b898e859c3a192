package link

// municipalYear is the year in which the municipal year of a day begins, 0 where the day is not known. Councils
// elect their chairs, committees and executive for a year at the annual meeting in May, and elections are on its first
// Thursday: the year is taken from 1 May to 30 April, so that it never begins after either.
func municipalYear(day string) int {
	if len(day) < len("2017-01") {
		return 0
	}
	y, m := number(day[:4]), number(day[5:7])
	if y <= 0 || m <= 0 {
		return 0
	}
	if m < 5 {
		y--
	}
	return y
}

// number is a number of digits, -1 where it is none.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// yearEnd is the last day of a municipal year.
func yearEnd(year int) string {
	return string(appendYear(nil, year+1)) + "-04-30"
}

// yearStart is the first day of a municipal year.
func yearStart(year int) string {
	return string(appendYear(nil, year)) + "-05-01"
}

func appendYear(b []byte, y int) []byte {
	return append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
}

// day cuts a moment down to its day.
func day(s string) string {
	if len(s) > len("2017-01-11") {
		return s[:len("2017-01-11")]
	}
	return s
}
