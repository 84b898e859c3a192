package database

import (
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
)

// postgresRow is a row as it came, in the binary form of each type or, where the server was asked so, as text.
type postgresRow struct {
	fields []pgconn.FieldDescription
	values [][]byte
}

// epoch is where PostgreSQL counts times from.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func (r *postgresRow) Null(i int) bool { return r.values[i] == nil }

func (r *postgresRow) Int(i int) int64 {
	v := r.values[i]
	if r.fields[i].Format == pgtype.TextFormatCode {
		n, err := strconv.ParseInt(string(v), 10, 64)
		if err != nil {
			return 0
		}
		return n
	}
	switch t := r.fields[i].DataTypeOID; {
	case t == pgtype.Int8OID && len(v) == 8:
		return int64(binary.BigEndian.Uint64(v)) //nolint:gosec // the same bits
	case (t == pgtype.Int4OID) && len(v) == 4:
		return int64(int32(binary.BigEndian.Uint32(v))) //nolint:gosec // the same bits
	case t == pgtype.Int2OID && len(v) == 2:
		return int64(int16(binary.BigEndian.Uint16(v))) //nolint:gosec // the same bits
	case t == pgtype.NumericOID:
		n, err := numeric(v).Int64Value()
		if err != nil {
			return 0
		}
		return n.Int64
	}
	return 0
}

func (r *postgresRow) Float(i int) float64 {
	v := r.values[i]
	if r.fields[i].Format == pgtype.TextFormatCode {
		f, err := strconv.ParseFloat(string(v), 64)
		if err != nil {
			return 0
		}
		return f
	}
	switch t := r.fields[i].DataTypeOID; {
	case t == pgtype.Float8OID && len(v) == 8:
		return math.Float64frombits(binary.BigEndian.Uint64(v))
	case t == pgtype.Float4OID && len(v) == 4:
		return float64(math.Float32frombits(binary.BigEndian.Uint32(v)))
	case t == pgtype.NumericOID:
		f, err := numeric(v).Float64Value()
		if err != nil {
			return 0
		}
		return f.Float64
	}
	return float64(r.Int(i))
}

// numeric is what sums of integers and averages are.
func numeric(v []byte) (n pgtype.Numeric) {
	plan := pgtype.NumericCodec{}.PlanScan(nil, pgtype.NumericOID, pgtype.BinaryFormatCode, &n)
	if v == nil || plan == nil || plan.Scan(v, &n) != nil {
		return pgtype.Numeric{}
	}
	return n
}

func (r *postgresRow) Bool(i int) bool {
	v := r.values[i]
	if r.fields[i].DataTypeOID != pgtype.BoolOID || len(v) != 1 {
		return false
	}
	return v[0] == 1 || v[0] == 't'
}

func (r *postgresRow) Text(i int) []byte {
	switch r.fields[i].DataTypeOID {
	case pgtype.TextOID, pgtype.VarcharOID, pgtype.BPCharOID, pgtype.NameOID, pgtype.ByteaOID, pgtype.JSONOID, pgtype.UnknownOID:
		return r.values[i]
	}
	if r.fields[i].Format == pgtype.TextFormatCode {
		return r.values[i]
	}
	return nil
}

func (r *postgresRow) Time(i int) time.Time {
	v := r.values[i]
	if r.fields[i].Format == pgtype.BinaryFormatCode {
		switch t := r.fields[i].DataTypeOID; {
		case (t == pgtype.TimestamptzOID || t == pgtype.TimestampOID) && len(v) == 8:
			return time.UnixMicro(epoch.UnixMicro() + int64(binary.BigEndian.Uint64(v))).UTC() //nolint:gosec // the same bits
		case t == pgtype.DateOID && len(v) == 4:
			return epoch.AddDate(0, 0, int(int32(binary.BigEndian.Uint32(v)))) //nolint:gosec // the same bits
		}
	}
	return parsed(r.Text(i))
}

// parsed is a time that is kept as text in RFC 3339, as all times of the graph are.
func parsed(text []byte) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02 15:04:05.999999999Z07", "2006-01-02 15:04:05.999999999", time.DateOnly} {
		if t, err := time.Parse(layout, string(text)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
