// A server that understands the notifications of virtual payment. Needs Go 1.19 and nothing else.
//
//	APP_KEYS=… SANDBOX_APP_KEYS=… WEBHOOK_SECRETS=… go run .
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	tolerance   = 300 * time.Second // how far a notification may be away from now
	longestBody = 64 * 1024
)

// refused is a notification that is not believed, or not understood.
type refused struct {
	status int
	reason string
}

func (r refused) Error() string { return r.reason }

type receiver struct {
	appKeys     map[string][]string // by environment
	webhookKeys [][]byte
	ledger      *ledger
}

func (rc *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	contentType, reply, err := rc.serve(w, r)
	status := http.StatusOK
	if err != nil {
		no := refused{http.StatusInternalServerError, "internal error"}
		if !errors.As(err, &no) {
			log.Print(err)
		}
		status, contentType, reply = no.status, "text/plain", no.reason
	}
	w.Header().Set("content-type", contentType)
	w.WriteHeader(status)
	if _, err := io.WriteString(w, reply); err != nil {
		log.Print(err)
	}
}

func (rc *receiver) serve(w http.ResponseWriter, r *http.Request) (contentType, reply string, err error) {
	if r.Method != http.MethodPost {
		return "", "", refused{http.StatusMethodNotAllowed, "only POST"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestBody))
	if err != nil {
		return "", "", refused{http.StatusRequestEntityTooLarge, "too long, or broken off"}
	}
	return rc.understand(r.Header, body)
}

// understand checks a notification and acts on it; it says what to answer.
func (rc *receiver) understand(headers http.Header, body []byte) (contentType, reply string, err error) {
	if err := rc.checkHeaders(headers, body); err != nil {
		return "", "", err
	}
	n, err := read(body)
	if err != nil {
		return "", "", refused{http.StatusBadRequest, "this is no notification"}
	}
	if !n.isFlat() {
		if err := rc.checkPayload(n); err != nil {
			return "", "", err
		}
	}
	deliveries, said := 0, ""
	switch {
	case n.isMock():
		said, deliveries = "understood", rc.ledger.count(n.content.order())
	case n.isDelivery():
		said = "delivered"
		deliveries, err = rc.ledger.deliver(n.content.order())
	case n.isRefund():
		said = "taken back"
		deliveries, err = rc.ledger.refund(n.content.order(), n.content.refund())
	default:
		err = refused{http.StatusBadRequest, "unknown event"}
	}
	if err != nil {
		return "", "", err
	}
	contentType, reply = n.success(said, deliveries)
	return contentType, reply, nil
}

// checkHeaders is Standard Webhooks: a signature over id, time and the bytes of the body, and a time near to now.
func (rc *receiver) checkHeaders(headers http.Header, body []byte) error {
	timestamp := headers.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > tolerance {
		return refused{http.StatusUnauthorized, "webhook-timestamp is missing or too far away from now"}
	}
	signed := append([]byte(headers.Get("webhook-id")+"."+timestamp+"."), body...)
	var wanted []string
	for _, key := range rc.webhookKeys {
		wanted = append(wanted, "v1,"+base64.StdEncoding.EncodeToString(sum(key, signed)))
	}
	if !anyEqual(wanted, strings.Fields(headers.Get("webhook-signature"))) {
		return refused{http.StatusUnauthorized, "webhook-signature is wrong"}
	}
	return nil
}

// checkPayload is PayEventSig: over event and payload exactly as they came, with the key of the environment.
func (rc *receiver) checkPayload(n notification) error {
	var wanted []string
	for _, key := range rc.appKeys[n.content.Env.String()] {
		wanted = append(wanted, hex.EncodeToString(sum([]byte(key), []byte(n.Event+"&"+n.part().Payload))))
	}
	if !anyEqual(wanted, []string{strings.ToLower(n.part().PayEventSig)}) {
		return refused{http.StatusUnauthorized, "PayEventSig is wrong"}
	}
	return nil
}

func sum(key, message []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}

// anyEqual compares each pair in constant time.
func anyEqual(wanted, given []string) bool {
	found := false
	for _, a := range wanted {
		for _, b := range given {
			found = hmac.Equal([]byte(a), []byte(b)) || found
		}
	}
	return found
}

// list reads a list from the environment; while a renewal lasts, the new one first and then the old one.
func list(name string) []string {
	var values []string
	for _, value := range strings.Split(os.Getenv(name), ",") {
		if value = strings.TrimSpace(value); value != "" {
			values = append(values, value)
		}
	}
	if len(values) == 0 {
		log.Fatalf("%s is missing: take it from the mailed archive", name)
	}
	return values
}

func or(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	rc := &receiver{appKeys: map[string][]string{"0": list("APP_KEYS"), "1": list("SANDBOX_APP_KEYS")}}
	for _, secret := range list("WEBHOOK_SECRETS") {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			log.Fatal("WEBHOOK_SECRETS must be whsec_ and base64")
		}
		rc.webhookKeys = append(rc.webhookKeys, key)
	}
	var err error
	if rc.ledger, err = open(or("LEDGER", "ledger.txt")); err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", or("HOST", "127.0.0.1")+":"+or("PORT", "8090"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on %d\n", listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: rc, ReadTimeout: 20 * time.Second, WriteTimeout: 20 * time.Second}
	log.Fatal(server.Serve(listener))
}
