package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// core is what answers of all systems to a question have in common, as text: lists are lists, whether they come as a
// connection or not; numbers are texts; cursors and what tells of pages are left out, since no two systems have them
// alike.
func core(q question, answer []byte) (string, error) {
	var got struct {
		Data   any
		Errors []any
	}
	dec := json.NewDecoder(bytes.NewReader(answer))
	dec.UseNumber()
	if err := dec.Decode(&got); err != nil {
		return "", fmt.Errorf("the answer is no JSON: %w", err)
	}
	if len(got.Errors) > 0 {
		return "", fmt.Errorf("the answer is an error: %v", got.Errors[0])
	}
	data, _ := plain(got.Data).(map[string]any)
	switch q.name {
	case "Attended":
		if node, ok := data["node"].(map[string]any); ok {
			data = node
		}
	case "Matching", "Within":
		data = matching(data)
	case "Monthly":
		data = monthly(data)
	case "Introspection":
		data = introspected(data)
	}
	b, err := json.Marshal(data)
	if err != nil {
		return "", fmt.Errorf("write the core: %w", err)
	}
	if len(data) == 0 || string(b) == "{}" {
		return "", fmt.Errorf("the answer holds nothing: %.200s", answer)
	}
	return string(b), nil
}

// plain writes lists and numbers alike.
func plain(v any) any {
	switch v := v.(type) {
	case json.Number:
		return v.String()
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
		return v
	case map[string]any:
		delete(v, "pageInfo")
		for name := range v {
			v[name] = plain(v[name])
		}
		if nodes, ok := v["nodes"]; ok && len(v) == 1 {
			return nodes
		}
		return v
	}
	return v
}

// matching is the list and its count, which GraphJin gives as a list of its own.
func matching(data map[string]any) map[string]any {
	if list, ok := data["resolutions"].(map[string]any); ok {
		return map[string]any{"nodes": list["nodes"], "total": list["totalCount"]}
	}
	total, _ := data["total"].([]any)
	if len(total) != 1 {
		return nil
	}
	return map[string]any{"nodes": data["resolutions"], "total": total[0].(map[string]any)["count_id"]}
}

// monthly is the groups. Those that tie with the last are left out: which of them come is up to the system.
func monthly(data map[string]any) map[string]any {
	var groups []string
	last := ""
	each := func(council, month, n any) {
		last = fmt.Sprint(n)
		name, _ := council.(map[string]any)
		groups = append(groups, fmt.Sprintf("%s %v %v", last, month, name["name"]))
	}
	own, _ := data["resolutions"].(map[string]any)
	list, _ := own["groupBy"].([]any)
	for _, g := range list {
		g := g.(map[string]any)
		key := g["key"].(map[string]any)
		each(key["council"], key["month"], g["aggregate"].(map[string]any)["count"])
	}
	for _, name := range []string{"groups", "monthly"} {
		list, _ := data[name].([]any)
		for _, g := range list {
			g := g.(map[string]any)
			each(g["council"], g["month"], g["n"])
		}
	}
	groups = slices.DeleteFunc(groups, func(g string) bool { return strings.HasPrefix(g, last+" ") })
	slices.Sort(groups)
	if len(groups) == 0 {
		return nil
	}
	return map[string]any{"groups": groups}
}

// introspected is that there is a schema: each system has one of its own.
func introspected(data map[string]any) map[string]any {
	schema, _ := data["__schema"].(map[string]any)
	types, _ := schema["types"].([]any)
	if len(types) < 50 {
		return nil
	}
	return map[string]any{"types": "many"}
}

// withoutIDs is a core for comparing databases, which number their nodes differently.
func withoutIDs(core string) (string, error) {
	var v any
	if err := json.Unmarshal([]byte(core), &v); err != nil {
		return "", fmt.Errorf("read the core: %w", err)
	}
	var strip func(any)
	strip = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				strip(e)
			}
		case map[string]any:
			delete(v, "id")
			for _, e := range v {
				strip(e)
			}
		}
	}
	strip(v)
	b, err := json.Marshal(v)
	return string(b), err
}
