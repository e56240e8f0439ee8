package main

import (
	"os"
	"strings"
	"sync"
)

// ledger knows what was handed out and what was refunded, each once. A file stands in for your database: there, put a
// unique key on the order number and write it in the same transaction as the item.
type ledger struct {
	mutex sync.Mutex
	file  *os.File
	lines map[string]bool
}

func open(path string) (*ledger, error) {
	before, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	l := &ledger{file: file, lines: map[string]bool{}}
	for _, line := range strings.Split(string(before), "\n") {
		l.lines[line] = true
	}
	return l, nil
}

// deliver hands the item out unless that was done, or the money is back; it says how often it was handed out.
func (l *ledger) deliver(order string) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.lines["refunded "+order] && !l.lines["delivered "+order] {
		return 0, nil
	}
	return 1, l.write("delivered " + order)
}

// refund notes a refund; it says how often the order was handed out before.
func (l *ledger) refund(order, number string) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if err := l.write("refund " + number); err != nil {
		return 0, err
	}
	if err := l.write("refunded " + order); err != nil {
		return 0, err
	}
	return l.has(order), nil
}

func (l *ledger) count(order string) int {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.has(order)
}

func (l *ledger) has(order string) int {
	if l.lines["delivered "+order] {
		return 1
	}
	return 0
}

func (l *ledger) write(line string) error {
	if l.lines[line] {
		return nil
	}
	if _, err := l.file.WriteString(line + "\n"); err != nil {
		return err
	}
	if err := l.file.Sync(); err != nil {
		return err
	}
	l.lines[line] = true
	return nil
}
