package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
)

// notification is a message in any form. A and C tell what it is about in a signed text, which A has in the message and
// C in a part of it; D tells it in the message itself, and the headers alone prove it.
type notification struct {
	XMLName   xml.Name `json:"-" xml:"xml"`
	EventType string   // form A only
	Event     string
	signed
	flat
	MiniGame *signed

	isXML   bool
	content content
}

type signed struct {
	IsMock      bool
	Payload     string
	PayEventSig string
}

// flat is what of form D this server looks at.
type flat struct {
	OutTradeNo string
	MchOrderID string `json:"MchOrderId" xml:"MchOrderId"`
	WxRefundID string `json:"WxRefundId" xml:"WxRefundId"`
}

// content is what a notification tells.
type content struct {
	flat
	Env      json.Number
	RefundID string `json:"RefundId"`
}

// read opens a body. The reader of XML knows no entities but the five of XML itself, and fetches nothing.
func read(body []byte) (notification, error) {
	var n notification
	n.isXML = bytes.HasPrefix(body, []byte("<"))
	unmarshal := json.Unmarshal
	if n.isXML {
		unmarshal = xml.Unmarshal
	}
	if err := unmarshal(body, &n); err != nil {
		return n, err
	}
	if n.isFlat() {
		n.content.flat = n.flat
	} else if err := json.Unmarshal([]byte(n.part().Payload), &n.content); err != nil {
		return n, err
	}
	if n.content.order() == "" {
		return n, errors.New("it names no order")
	}
	return n, nil
}

func (n notification) isFlat() bool { return strings.HasPrefix(n.Event, "xpay_") }

func (n notification) part() signed {
	if n.MiniGame != nil {
		return *n.MiniGame
	}
	return n.signed
}

func (n notification) isMock() bool { return n.part().IsMock }

func (n notification) isDelivery() bool {
	switch n.Event {
	case "minigame_game_pay_goods_deliver_notify", // forms A and C
		"minigame_h5_goods_deliver_notify", // form C, bought in the game's shop
		"xpay_goods_deliver_notify":        // form D
		return true
	}
	return false
}

func (n notification) isRefund() bool {
	return n.Event == "minigame_pay_refund_succ_notify" || n.Event == "xpay_refund_notify"
}

func (c content) order() string { return c.OutTradeNo + c.MchOrderID }

func (c content) refund() string { return c.RefundID + c.WxRefundID }

// success is how each form wants to hear it, and how often the order was handed out.
func (n notification) success(message string, deliveries int) (contentType, reply string) {
	switch {
	case n.isXML:
		fields := fmt.Sprintf("<ErrCode>0</ErrCode><ErrMsg>%s</ErrMsg><deliveries>%d</deliveries>", message, deliveries)
		return "text/xml", "<xml>" + fields + "</xml>"
	case n.EventType != "":
		return "application/json", fmt.Sprintf(`{"returnCode":"0","returnMessage":%q,"deliveries":%d}`, message, deliveries)
	}
	return "application/json", fmt.Sprintf(`{"ErrCode":0,"ErrMsg":%q,"deliveries":%d}`, message, deliveries)
}
