package org.redress.contract.planted;

/** A contract that knows a framework. */
record Entity(jakarta.ws.rs.core.MediaType type) {}
