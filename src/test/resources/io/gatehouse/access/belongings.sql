-- One of everything a team can have. Its requests are decided already: whoever may see one hears that it is too late.
insert into request (number, kind, game, team, subject, message, requested_by, requested_at, due_at, status, decided_by,
                     decided_at, note, version)
select prefix || '-' || :own, kind, case when kind <> 'MERCHANT_BINDING' then :game end, :team, '', 'Please',
       :administrator, :at, :at, 10, 'reviewer', :at, 'Fine', 0
  from (values ('MB', 'MERCHANT_BINDING'), ('EN', 'ENABLEMENT'), ('CR', 'CREDENTIALS'), ('EX', 'EXEMPTION'),
               ('RV', 'REVOCATION'), ('RL', 'RELEASE'), ('RF', 'REFUND')) as it (prefix, kind);
insert into request_author select number, :administrator from request where team = :team;
insert into merchant (id, name, currency, version) values ('M' || :own, 'Comet Ltd', 'USD', 0);
insert into binding (team, merchant, version) values (:team, 'M' || :own, 0);
insert into enablement (game, request, enabled, changed_at, version) values (:game, 'EN-' || :own, true, :at, 0);
insert into exemption (game, request, granted_at, version) values (:game, 'EX-' || :own, :at, 0);
insert into revocation (number, game, takedown, items, reason, asked_by, version)
values ('RV-' || :own, :game, 'NONE', '', 'Complaints', 'superapp-admin', 0);

insert into picture (id, game, sha256, type, width, height, content, stored_at)
values (:picture, :game, rpad(:own, 64, '0'), 'image/png', 100, 100, '\x01', :at);
insert into item (id, game, code, latest, draft, draft_state, released_exempt, deleted, changed_at, changed_by, revision)
values (:item, :game, 'gem-' || :own, 1, 1, 'DRAFT', false, false, :at, :administrator, 0);
insert into item_version (item, number, name, price, currency, picture, remark, made_by, made_at, origin)
values (:item, 1, '100 gems', 99, 'USD', :picture, '', :administrator, :at, 'console');
insert into release_line (request, item, code, version) values ('RL-' || :own, :item, 'gem-' || :own, 1);
insert into goods_upload values (:game, 0, 'gem', 'Gem', 99, '', '', 1, '');
insert into goods_publish values (:game, 0, 'gem', 'RL-' || :own, 1, '');
insert into import_run (number, game, file_name, mode, currency, created_by, created_at, status, new_rows, changed_rows,
                        unchanged_rows, refused_rows, settled_by, settled_at, revision)
values ('IM-' || :own, :game, 'items.xlsx', 'CREATE', 'USD', :administrator, :at, 'WRITTEN', 1, 0, 0, 0, :administrator, :at, 0);
insert into import_row
select it.* from jsonb_populate_record(null::import_row, jsonb_build_object(
    'import', 'IM-' || :own, 'number', 1, 'result', 'NEW', 'code', 'gem', 'name', 'Gem', 'price', '0.99', 'image', '',
    'remark', '', 'faults', '[]', 'base_version', 0, 'price_minor', 99, 'picture', rpad(:own, 64, '0'))) it;
insert into import_picture
select it.* from jsonb_populate_record(null::import_picture, jsonb_build_object(
    'import', 'IM-' || :own, 'number', 1, 'sha256', rpad(:own, 64, '0'), 'type', 'image/png', 'width', 100, 'height', 100,
    'content', '\x01')) it;
insert into import_file (import, part, number, bytes) values ('IM-' || :own, 'WORKBOOK', 0, '\x01');

insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name, item_version, image_url,
                            unit_price, quantity, amount, currency, attach, zone_id, state, created_at, transaction_id, paid_at)
values ('V' || :own, :game, 0, 'g-' || :own, 'oQx4', 'gem-' || :own, '100 gems', 1, '/gem.png', 99, 1, 99, 'USD', '', '1',
        'DELIVERED', :at, 'C' || :own, :at);
insert into order_transaction (transaction_id, order_no) values ('C' || :own, 'V' || :own);
insert into unpaid_order (placed_at, order_no) values (:at, 'V' || :own);
insert into summed_day (app_id, zone, day) values (:game, 'UTC', :at::date);
insert into order_day (app_id, zone, day, currency, orders, paid, refunded, delivered, failed)
values (:game, 'UTC', :at::date, 'USD', 1, 99, 0, 1, 0);
insert into late_order (app_id, paid_at) values (:game, :at);
insert into order_refund (refund_no, order_no, amount, state, reserved_at) values ('RF-' || :own, 'V' || :own, 99, 'RELEASED', :at);
insert into undelivered_case (order_no, app_id, opened_at, waiting_since, due_at, with_superapp, awaiting, closed_at, version)
values ('V' || :own, :game, :at, :at, :at, false, 'DECISION', :at, 0);
insert into payment_conflict (app_id, out_trade_no, transaction_id, amount, currency, seen_at)
values (:game, 'g-' || :own, 'D' || :own, 98, 'USD', :at);
insert into player_session (session_hash, app_id, open_id, sealed_key, expires_at)
values (rpad(:own, 64, '1'), :game, 'oQx4', '\x01', :later);
insert into refund_order (number, game, team, env, order_no, out_trade_no, open_id, item, amount, paid, currency, reason, source,
                          message, initiated_by, initiated_at, status, attempts, awaited, finished_at, version)
values ('RF-' || :own, :game, :team, 'LIVE', 'V' || :own, 'g-' || :own, 'oQx4', '100 gems', 99, 99, 'USD', 'PRICE', 'PLAYER',
        'Too dear', 'superapp', :at, 'REFUSED', 0, false, :at, 0);

insert into delivery_configuration (game, url, test_url, switched_on, saved_by, saved_at, version)
values (:game, 'https://comet.example/pay', 'https://comet.example/test', false, :administrator, :at, 0);
insert into delivery_endpoint (game, env) values (:game, 0);
insert into delivery_endpoint_hour values (:game, 0, :at, 1, 1, 1, 1, 1);
insert into delivery_endpoint_event (game, env, at, what, detail) values (:game, 0, :at, 'RESTED', '');
insert into notification_body (notification, body) values (:notification, '{}');
insert into notification_outbox (id, kind, game, env, order_no, payload, again, tries, attempts, enqueued_at, due_at, fence)
values (:notification, 'DELIVERY', :game, 0, 'V' || :own, '{}', false, 0, 0, :at, :later, 1);
insert into delivery_attempt (id, notification, number, kind, mock, game, env, order_no, url, address, at, millis, status,
                              outcome, diagnosis, detail, reply_type, reply)
overriding system value
values (:attempt, :notification, 1, 'DELIVERY', false, :game, 0, 'V' || :own, 'https://comet.example/pay', '203.0.113.9', :at, 12,
        200, 'ACKNOWLEDGED', 'ACKNOWLEDGED', '', 'application/json', '{"returnCode":"0"}');
insert into delivery_attempt (notification, number, kind, mock, game, env, url, address, at, millis, status, outcome, diagnosis,
                              detail, reply_type, reply)
values (:notification, 1, 'DELIVERY', true, :game, 1, 'https://comet.example/test', '203.0.113.9', :at, 12, 200, 'ACKNOWLEDGED',
        'ACKNOWLEDGED', '', 'application/json', '{"returnCode":"0"}');
insert into delivery_recovery (id, game, since, asked_by, asked_at, looked_at, looked_id, total, skipped, finished_at)
values (:recovery, :game, :at, :administrator, :at, :at, 0, 0, 0, :at);
insert into delivery_recovery_item (recovery, notification, skipped, order_no) values (:recovery, :notification, false, 'V' || :own);

insert into credential_first (game) values (:game);
insert into credential (number, game, requested_by, state, renewal, attempts, mails, failure, version)
values ('CR-' || :own, :game, :administrator, 'GIVEN_UP', false, 1, 0, 'No issuer', 0);
insert into app_secret (app_id, secret_hash, changed_by, changed_at) values (:game, rpad(:own, 64, '2'), :administrator, :at);
insert into access_token (token_hash, app_id, expires_at) values (rpad(:own, 64, '3'), :game, :later);
insert into bill_link (token_hash, app_id, begin_day, end_day, expires_at)
values (rpad(:own, 64, '4'), :game, current_date, current_date, :later);
insert into api_token (id, username, name, token_hash, scopes, made_at, expires_at, version)
values (:token, :administrator, 'nightly', rpad(:own, 64, '5'), 'orders:read', :at, :later, 0);
insert into api_answer (token, key, request_hash, started_at, status) values (:token, 'k', rpad(:own, 64, '6'), :at, 200);
insert into invitation (username, token_hash, made_by, made_at, expires_at)
values (:operator, rpad(:own, 64, '7'), :administrator, :at, :later);

insert into conformance_run (id, game, url, form, kind, item, player, started_by, started_at, ends_by, finished_at, state)
values (:run, :game, 'https://comet.example/test', 'A', 'MOCK', '', '', :administrator, :at, :at, :at, 'DONE');
insert into conformance_line values (:run, 0, 'GOOD_CALL', 'ACKNOWLEDGED', 'PASSED');
insert into conformance_exchange (run, position, number, label, request, at, address, millis, status, form, outcome, diagnosis,
                                  detail, reply_type, reply)
values (:run, 0, 0, 'good', 'POST /test', :at, '203.0.113.9', 12, 200, 'A', 'ACKNOWLEDGED', 'ACKNOWLEDGED', '',
        'application/json', '{"returnCode":"0"}');
insert into conformance_replay (id, game, attempt, alteration, subject, value, sent_by, url, request, at, address, millis, status,
                                form, outcome, diagnosis, detail, reply_type, reply)
values (:replay, :game, :attempt, 'NOTHING', '', '', :administrator, 'https://comet.example/test', 'POST /test', :at, '203.0.113.9',
        12, 200, 'A', 'ACKNOWLEDGED', 'ACKNOWLEDGED', '', 'application/json', '{"returnCode":"0"}');

insert into report_job (id, kind, game, filter, asked_by, locale, status, written, total, bytes, asked_at, expires_at)
values (:report, 'ORDERS', :game, '{}', :administrator, 'en', 'DONE', 0, 0, 1, :at, :later);
insert into report_chunk (job, number, bytes) values (:report, 0, '\x01');

insert into mail (key, recipient, address, subject, body, link, game, request, written_at, sent_at)
values ('EN-' || :own || '/approved', :administrator, 'mei@comet.example', 'Approved', 'Payment is enabled',
        '/virtual-payment/enablement', :game, 'EN-' || :own, :at, :at);
insert into mail_case (key, number) values ('EN-' || :own || '/approved', 'RF-' || :own);
insert into business_log (occurred_at, type, actor, subject, game, request, details)
values (:at, 'payment.enabled', 'reviewer', 'game ' || :game, :game, 'EN-' || :own, '{}');
