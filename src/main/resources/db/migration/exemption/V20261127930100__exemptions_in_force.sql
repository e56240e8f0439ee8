create index exemption_in_force on exemption (granted_at desc, game desc) where revoked_at is null;
