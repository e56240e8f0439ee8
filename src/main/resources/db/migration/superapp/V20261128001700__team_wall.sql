revoke all on superapp_nonce from gatehouse_team;
