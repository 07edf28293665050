package org.quanhe.crm.harness;

/**
 * Work that a server is in the middle of when it is killed, and what is true when it has been started again. Other
 * works go on beside it: each keeps to records of its own.
 */
public interface UnderWay {
    /** What is true after the kill, as a test is named. */
    String promise();

    /** Makes what the work needs, before any work begins. */
    void prepare(Crm admin);

    /** How many do the work at once; 0 if it goes on by itself once it is prepared. */
    default int hands() {
        return 1;
    }

    /**
     * A round of the work; another follows until the server is dead. Then it may throw whatever a call without an
     * answer throws, before that nothing.
     */
    default void work(Crm admin) {}

    /**
     * True if a kill would come in the middle now. Asked again and again, and last right before the kill, but only
     * while the works that were begun before this one are in their middle.
     */
    boolean isMidway(Crm admin);

    /**
     * True if the kill came in the middle, as far as what is left of the server tells: all work goes on and the server
     * is killed once more if not.
     */
    default boolean wasMidway(CrmProcess dead) {
        return true;
    }

    /** Waits for what goes on by itself, and throws where something is lost, doubled or half done. */
    void check(Crm admin);
}
