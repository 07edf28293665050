package org.quanhe.crm.archtest.breach.scoring.control;

import jakarta.transaction.Transactional;

/** A transaction outside a boundary. */
@Transactional
public class ScoresAlone {}
